// Several nodes at once: picked by click, lasso and keys, summed up in the panel, hidden, kept and joined by a path.
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { serious } from './axe.ts';
import { describeInBrowser, drawnCounts, headingOf, openReady, panelOf, settled, stageOf } from './pages.ts';
import { glPicture, inkOf } from './pixels.ts';

const both = '/?select=country:hu,country:sk';
const selected = (page: Page) => (new URL(page.url()).searchParams.get('select') ?? '').split(',').filter(Boolean);

/** Presses at the first corner, draws on to the others and lets go; corners are shares of the stage. */
async function lasso(page: Page, corners: readonly (readonly [number, number])[]): Promise<void> {
  const box = await stageOf(page).boundingBox();
  if (!box) throw new Error('There is no stage.');
  const at = ([x, y]: readonly [number, number]) => [box.x + x * box.width, box.y + y * box.height] as const;
  await page.mouse.move(...at(corners[0] as [number, number]));
  await page.mouse.down();
  for (const corner of corners.slice(1)) await page.mouse.move(...at(corner), { steps: 6 });
  await page.mouse.up();
}
const everything = [
  [0.5, 0.01],
  [0.99, 0.01],
  [0.99, 0.99],
  [0.01, 0.99],
  [0.01, 0.01],
] as const;

describeInBrowser('selecting several', () => {
  it('has all but a node’s surroundings step back while the pointer is on it, and come back after', async () => {
    const page = await openReady('/?node=country:hu');
    await page.getByRole('button', { name: 'Centre on it' }).click();
    await page.waitForURL(/camera=/);
    await page.keyboard.press('Escape');
    const stage = stageOf(page);
    const box = await stage.boundingBox();
    if (!box) throw new Error('There is no stage.');
    const weight = async () => (await inkOf(page, await glPicture(stage))).weight;
    // Near the upper left corner there is nothing.
    const aside = () => page.mouse.move(box.x + 40, box.y + 150);
    await aside();
    const all = await weight();
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    await expect.poll(weight).toBeLessThan(all * 0.75);
    expect(await weight()).toBeGreaterThan(all * 0.15);
    await aside();
    await expect.poll(async () => Math.abs((await weight()) - all) < all * 0.01).toBe(true);
  });

  it('goes on drawing when what is taken away leaves the pointer over a relation', async () => {
    const page = await openReady('/?node=country:hu');
    const stage = stageOf(page);
    const before = await drawnCounts(page);
    await stage.focus();
    await page.keyboard.press('e');
    await expect.poll(async () => (await drawnCounts(page)).nodes).toBeGreaterThan(before.nodes);
    // A row of the panel stands for its line.
    await panelOf(page).locator('li.relation').first().hover();
    await page.keyboard.press('Control+z');
    await expect.poll(() => drawnCounts(page)).toEqual(before);
    const still = await glPicture(stage);
    await page.keyboard.press('+');
    await page.keyboard.press('+');
    await expect.poll(async () => (await glPicture(stage)).equals(still)).toBe(false);
  });

  it('draws a lasso with Shift around all there is, moves nothing, and clears with Escape', async () => {
    const page = await openReady('/');
    const { nodes } = await drawnCounts(page);
    await page.keyboard.down('Shift');
    await lasso(page, everything);
    await page.keyboard.up('Shift');
    await expect.poll(() => headingOf(page).textContent()).toBe(`${nodes} nodes selected`);
    expect(selected(page)).toHaveLength(nodes);
    await expect.poll(() => page.locator('svg.lasso').count()).toBe(0);
    await page.waitForTimeout(500);
    expect(new URL(page.url()).searchParams.has('camera')).toBe(false);
    await page.keyboard.press('Escape');
    await expect.poll(() => selected(page)).toEqual([]);
    await expect.poll(() => headingOf(page).textContent()).toBe('NATO invitation for Ukraine');
  });

  it('holds only what is inside the line, by the tool as well as by Shift', async () => {
    const page = await openReady('/');
    const { nodes } = await drawnCounts(page);
    await page.getByRole('button', { name: 'Select with a lasso' }).click();
    await lasso(page, [
      [0.5, 0.01],
      [0.5, 0.99],
      [0.01, 0.99],
      [0.01, 0.01],
    ]);
    await expect.poll(() => selected(page).length).toBeGreaterThan(1);
    const left = selected(page).length;
    expect(left).toBeLessThan(nodes);
    await page.getByRole('button', { name: 'Select with a lasso' }).click();
    await page.keyboard.down('Shift');
    await lasso(page, [
      [0.5, 0.01],
      [0.99, 0.01],
      [0.99, 0.99],
      [0.5, 0.99],
    ]);
    await page.keyboard.up('Shift');
    await expect.poll(() => selected(page).length).toBe(nodes);
  });

  it('adds a node with Shift and a click, and takes it out the same way', async () => {
    const page = await openReady('/?node=country:hu');
    await page.getByRole('button', { name: 'Centre on it' }).click();
    await page.waitForURL(/camera=/);
    const camera = new URL(page.url()).searchParams.get('camera');
    await page.goto(new URL(`/?select=country:sk,country:de&camera=${camera}`, page.url()).href);
    await settled(page);
    await page.getByText('2 nodes selected').waitFor();
    const box = await stageOf(page).boundingBox();
    const middle = [(box?.x ?? 0) + (box?.width ?? 0) / 2, (box?.y ?? 0) + (box?.height ?? 0) / 2] as const;
    await page.keyboard.down('Shift');
    await page.mouse.click(...middle);
    await expect.poll(() => selected(page).sort()).toEqual(['country:de', 'country:hu', 'country:sk']);
    await page.waitForTimeout(400);
    await page.mouse.click(...middle);
    await expect.poll(() => selected(page).sort()).toEqual(['country:de', 'country:sk']);
    await page.keyboard.up('Shift');
  });

  it('picks by keys alone: arrows roam, the space bar picks, Ctrl+A takes all', async () => {
    const page = await openReady('/?node=country:hu');
    await stageOf(page).focus();
    await page.keyboard.press('Space');
    await page.keyboard.press('ArrowRight');
    await page.waitForURL((url) => url.searchParams.get('node') !== 'country:hu');
    await page.keyboard.press('Space');
    await expect.poll(() => selected(page)).toHaveLength(2);
    expect(selected(page)).toContain('country:hu');
    await panelOf(page).getByRole('button', { name: '← Back to 2 selected nodes' }).click();
    await page.getByRole('heading', { name: '2 nodes selected' }).waitFor();
    const { nodes } = await drawnCounts(page);
    await page.keyboard.press('Control+a');
    await page.getByRole('heading', { name: `${nodes} nodes selected` }).waitFor();
    await page.keyboard.press('h');
    await expect.poll(async () => (await drawnCounts(page)).nodes).toBe(0);
    await page.keyboard.press('Control+z');
    await expect.poll(async () => (await drawnCounts(page)).nodes).toBe(nodes);
  });

  it('hides all that is picked, also while one of these is looked at', async () => {
    const page = await openReady('/?node=country:hu');
    const { nodes } = await drawnCounts(page);
    await stageOf(page).focus();
    await page.keyboard.press('Space');
    await page.keyboard.press('ArrowRight');
    await page.waitForURL((url) => url.searchParams.get('node') !== 'country:hu');
    await page.keyboard.press('Space');
    await expect.poll(() => selected(page)).toHaveLength(2);
    await page.keyboard.press('h');
    await expect.poll(async () => (await drawnCounts(page)).nodes).toBe(nodes - 2);
    await page.keyboard.press('Control+z');
    await expect.poll(async () => (await drawnCounts(page)).nodes).toBe(nodes);
  });

  it('sums up by type, keeps only these, and finds the path between two', async () => {
    const page = await openReady(both);
    const panel = panelOf(page);
    await panel.getByRole('heading', { name: '2 nodes selected' }).waitFor();
    await expect
      .poll(() => panel.locator('.type-counts li').allTextContents())
      .toEqual([expect.stringMatching(/Country\s+2/)]);
    expect(await serious(page)).toEqual([]);
    await panel.getByRole('button', { name: 'Keep only these' }).click();
    await expect.poll(async () => (await drawnCounts(page)).nodes).toBe(2);
    await page.keyboard.press('Control+z');
    await expect.poll(async () => (await drawnCounts(page)).nodes).toBeGreaterThan(2);
    await panel.getByRole('button', { name: 'Path between them' }).click();
    await panel.locator('.path-steps li').first().waitFor();
    await expect
      .poll(() => panel.locator('.sentence').textContent())
      .toMatch(/^Hungary and Slovakia are \w+ hops? apart/);
  });

  it('expands all of them in one step of undo', async () => {
    const page = await openReady(both);
    const before = await drawnCounts(page);
    await panelOf(page).getByRole('button', { name: 'Expand all' }).click();
    await page.getByText(/^Added \d+ nodes? around 2 nodes/).waitFor();
    expect((await drawnCounts(page)).nodes).toBeGreaterThan(before.nodes);
    await page.keyboard.press('Control+z');
    await expect.poll(() => drawnCounts(page)).toEqual(before);
  });

  it('says which selected nodes of an old address are gone', async () => {
    const page = await openReady('/?select=country:hu,country:sk,country:atlantis', { allowed: /404/ });
    await page.getByText(/no longer holds?: country:atlantis/).waitFor();
    await page.getByRole('heading', { name: '2 nodes selected' }).waitFor();
  });
});
