// The history: undo, redo, and the list of steps from which one goes to any of them.
import { expect, it } from 'vitest';
import { serious } from './axe.ts';
import { phone } from './browser.ts';
import { describeInBrowser, drawnCounts, openReady, railOf, ready, settled, stageOf } from './pages.ts';

describeInBrowser('the history', () => {
  it('takes back with Ctrl+Z and does again with Ctrl+Shift+Z and Ctrl+Y', async () => {
    const page = await openReady('/?node=country:hu');
    const before = (await drawnCounts(page)).nodes;
    const nodes = () => drawnCounts(page).then((drawn) => drawn.nodes);
    await stageOf(page).focus();
    await page.keyboard.press('h');
    await expect.poll(nodes).toBe(before - 1);
    for (const again of ['Control+Shift+Z', 'Control+y']) {
      await page.keyboard.press('Control+z');
      await expect.poll(nodes).toBe(before);
      await page.keyboard.press(again);
      await expect.poll(nodes).toBe(before - 1);
    }
    await page.getByText('Done again: hide Hungary.').waitFor();
    expect(page.url()).toContain('hide=country%3Ahu');
  });

  it('brings an expansion back as it was, and so does its address', async () => {
    const page = await openReady('/?node=country:hu');
    const before = await drawnCounts(page);
    await stageOf(page).focus();
    await page.keyboard.press('e');
    await page.getByText(/^Added \d+ nodes? around Hungary/).waitFor();
    const grown = await drawnCounts(page);
    expect(grown.nodes).toBeGreaterThan(before.nodes);
    await page.keyboard.press('Control+z');
    await expect.poll(() => drawnCounts(page)).toEqual(before);
    await page.keyboard.press('Control+Shift+z');
    await expect.poll(() => drawnCounts(page)).toEqual(grown);
    await page.reload();
    await ready(page);
    await settled(page);
    expect(await drawnCounts(page)).toEqual(grown);
  });

  it('lists what was done in words, and goes to any step by keyboard', async () => {
    const page = await openReady();
    const rail = railOf(page);
    const before = await drawnCounts(page);
    await rail.getByRole('checkbox', { name: /^.*Opposes/ }).uncheck();
    await rail.getByRole('checkbox', { name: /Outlet/ }).uncheck();
    await rail.getByRole('button', { name: 'History' }).focus();
    await page.keyboard.press('Enter');
    const steps = page.getByRole('list', { name: 'Steps' }).getByRole('button');
    await expect
      .poll(() => steps.allTextContents())
      .toEqual(['As it was opened', 'Leave out: opposes', 'Leave out: Outlet']);
    const current = () => steps.evaluateAll((all) => all.findIndex((one) => one.ariaCurrent === 'step'));
    expect(await current()).toBe(2);
    expect(await serious(page)).toEqual([]);
    await page.keyboard.press('Home');
    await page.keyboard.press('Enter');
    await expect.poll(current).toBe(0);
    await expect.poll(() => drawnCounts(page)).toEqual(before);
    await expect.poll(() => steps.nth(2).getAttribute('aria-label')).toBe('Leave out: Outlet (taken back)');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect.poll(current).toBe(1);
    await expect.poll(() => rail.getByRole('checkbox', { name: /Opposes/ }).isChecked()).toBe(false);
    await expect.poll(() => rail.getByRole('checkbox', { name: /Outlet/ }).isChecked()).toBe(true);
    await page.keyboard.press('Escape');
    await steps.first().waitFor({ state: 'hidden' });
    await expect.poll(() => page.evaluate(() => document.activeElement?.ariaLabel)).toBe('History');
  });

  it('is within the screen of a phone', async () => {
    const page = await openReady('/', { viewport: phone });
    await page.getByRole('button', { name: 'Show filters and legend' }).click();
    await railOf(page)
      .getByRole('checkbox', { name: /Opposes/ })
      .uncheck();
    await railOf(page).getByRole('button', { name: 'History' }).click();
    const box = await page.locator('#history-popover').boundingBox();
    expect(box && box.x >= 0 && box.x + box.width <= phone.width && box.y + box.height <= phone.height).toBe(true);
  });
});
