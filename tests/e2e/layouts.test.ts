// Layouts: chosen by name, in the address, animated or not, at work in a worker, undone; forces stop and keep what is pinned.
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { serious } from './axe.ts';
import { describeInBrowser, drawnCounts, openReady, settled, stageOf } from './pages.ts';
import { glPicture, inkOf } from './pixels.ts';

const menu = (page: Page) => page.getByRole('button', { name: /^Layout: / });
async function choose(page: Page, name: string): Promise<void> {
  await menu(page).click();
  await page
    .getByRole('list', { name: 'Layouts' })
    .getByRole('button', { name: new RegExp(`^${name}`) })
    .click();
  await page.getByRole('button', { name: `Layout: ${name}` }).waitFor();
  await atRest(page);
}
/** Until no layout is being computed. */
async function atRest(page: Page): Promise<void> {
  await page.getByText(/^Arranging: /).waitFor({ state: 'detached', timeout: 25_000 });
  await settled(page);
}
const picture = async (page: Page) => (await glPicture(stageOf(page))).toString('base64');

describeInBrowser('layouts', () => {
  it('offers each by name in a menu that the keyboard reaches, without serious findings of axe', async () => {
    const page = await openReady('/');
    await menu(page).focus();
    await page.keyboard.press('Enter');
    const list = page.getByRole('list', { name: 'Layouts' });
    await list.waitFor();
    await expect.poll(() => list.getByRole('button').count()).toBe(7);
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toMatch(/^Around the plan/);
    expect(await serious(page)).toEqual([]);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForURL(/layout=circle/);
    await page.getByRole('button', { name: 'Layout: Circle by type' }).waitFor();
  });

  it.each([
    ['Circle by type', 'circle'],
    ['Rings by degree', 'rings'],
    ['Rings by hops', 'hops'],
    ['Layers', 'layers'],
    ['Map', 'map'],
    ['Forces', 'force'],
  ])('%s: draws all that is shown, comes back from its address and by undo', async (title, name) => {
    const page = await openReady('/?node=country:hu');
    const counts = await drawnCounts(page);
    const before = await picture(page);
    await choose(page, title);
    expect(new URL(page.url()).searchParams.get('layout')).toBe(name);
    expect(await drawnCounts(page)).toEqual(counts);
    await expect.poll(() => picture(page)).not.toBe(before);
    expect((await inkOf(page, await glPicture(stageOf(page)))).colours).toBeGreaterThan(30);
    const there = await picture(page);
    if (name !== 'force') {
      const again = await openReady(new URL(page.url()).search.replace(/^/, '/'));
      await atRest(again);
      await expect.poll(() => picture(again)).toBe(there);
    }
    await stageOf(page).focus();
    await page.keyboard.press('Control+z');
    await page.getByRole('button', { name: 'Layout: Around the plan' }).waitFor();
    await expect.poll(() => picture(page)).toBe(before);
  });

  it('counts hops from the selected node, and says so in the history', async () => {
    const page = await openReady('/?node=country:hu');
    await choose(page, 'Rings by hops');
    expect(new URL(page.url()).searchParams.get('around')).toBe('country:hu');
    await page.getByRole('button', { name: 'Undo' }).hover();
    await expect
      .poll(() => page.getByRole('button', { name: 'Undo' }).getAttribute('title'))
      .toContain('rings by hops from Hungary');
  });

  it('draws nodes where forces led them also where motion is shown: what is centred on is in the middle', async () => {
    const page = await openReady('/?node=country:hu', { reducedMotion: 'no-preference' });
    await choose(page, 'Forces');
    await page.getByRole('button', { name: 'Centre on it' }).click();
    await page.waitForURL(/camera=/);
    await page.waitForTimeout(500);
    await page.keyboard.press('Escape');
    await page.waitForURL((url) => !url.searchParams.has('node'));
    const box = await stageOf(page).boundingBox();
    if (!box) throw new Error('There is no stage.');
    await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
    await page.waitForURL(/node=country%3Ahu/);
  });

  it('lets forces work on and stops them, and leaves a pinned node where it is', async () => {
    const page = await openReady('/?layout=force&pin=country:hu,0,0');
    await atRest(page);
    await menu(page).click();
    await page.getByRole('button', { name: 'Let forces work on' }).click();
    await page.keyboard.press('Escape');
    await atRest(page);
    await menu(page).click();
    await page.getByRole('button', { name: 'Unpin 1 node' }).waitFor();
    expect(new URL(page.url()).searchParams.get('pin')).toBe('country:hu,0,0');
  });

  it('moves nothing that is placed when a node joins, under any layout', async () => {
    const page = await openReady('/?node=country:hu&layout=circle');
    const { nodes } = await drawnCounts(page);
    const before = await page.evaluate(() => location.search);
    await page.getByRole('button', { name: 'Expand', exact: true }).click();
    await page.getByText(/^Added \d+ nodes? around Hungary/).waitFor();
    expect((await drawnCounts(page)).nodes).toBeGreaterThan(nodes);
    expect(new URLSearchParams(before).get('layout')).toBe('circle');
    expect(new URL(page.url()).searchParams.has('camera')).toBe(false);
  });

  it('loads the map and the layers only when they are chosen', async () => {
    const page = await openReady('/');
    const loaded = () =>
      page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name.split('/').at(-1) ?? ''));
    expect((await loaded()).filter((name) => /^(map|layers|worker)/.test(name))).toEqual([]);
  });

  it('says of a layout that does not exist that the address could not be read', async () => {
    const page = await openReady('/?layout=spiral');
    await page.getByText(/Part of the address could not be read \(layout\)/).waitFor();
    await page.getByRole('button', { name: 'Layout: Around the plan' }).waitFor();
  });
});
