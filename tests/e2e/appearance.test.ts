// Size, colour and groups by metrics that a worker computes: chosen in the rail, in the address, undone.
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { serious } from './axe.ts';
import { describeInBrowser, openLegend, openReady, railOf, settled, stageOf } from './pages.ts';
import { glPicture, inkOf } from './pixels.ts';

const picture = async (page: Page) => (await glPicture(stageOf(page))).toString('base64');
const ground = (page: Page) =>
  page
    .locator('canvas.sigma-ground')
    .evaluate((canvas: HTMLCanvasElement) =>
      (canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data ?? []).some((part) => part > 0),
    );

describeInBrowser('size and colour', () => {
  it('sizes by a metric and colours by community, and undoes both', async () => {
    const page = await openReady('/');
    const before = await picture(page);
    await openLegend(page);
    await railOf(page).getByText('Size and colour').click();
    await page.getByRole('combobox', { name: 'Size by' }).selectOption('PageRank');
    await page.waitForURL(/size=pagerank/);
    await expect.poll(() => picture(page)).not.toBe(before);
    const sized = await picture(page);
    await page.getByRole('combobox', { name: 'Colour by' }).selectOption('Community');
    await page.waitForURL(/colour=community/);
    await expect.poll(() => picture(page)).not.toBe(sized);
    await stageOf(page).focus();
    await page.keyboard.press('Control+z');
    await expect.poll(() => picture(page)).toBe(sized);
    await page.keyboard.press('Control+z');
    await expect.poll(() => picture(page)).toBe(before);
  });

  it('says what sizes and colours mean, and that those of the types wait', async () => {
    const page = await openReady('/?size=pagerank&colour=community');
    await openLegend(page);
    const key = railOf(page).getByRole('list', { name: 'Colours' });
    await key.getByRole('listitem').nth(2).waitFor();
    await expect.poll(() => key.getByRole('listitem').first().textContent()).toMatch(/^Around .+\d+$/);
    await expect.poll(() => railOf(page).getByRole('list', { name: 'Sizes' }).getByRole('listitem').count()).toBe(3);
    await railOf(page).getByText('Size and colour show a metric now').waitFor();
    expect(await serious(page)).toEqual([]);
  });

  it.each(['light', 'dark'] as const)('draws bands around groups, from the address, in the %s theme', async (theme) => {
    const page = await openReady('/?group=community&size=betweenness&colour=component', { colorScheme: theme });
    await expect.poll(() => ground(page)).toBe(true);
    expect((await inkOf(page, await glPicture(stageOf(page)))).colours).toBeGreaterThan(30);
    await openLegend(page);
    await expect.poll(() => page.getByRole('combobox', { name: 'Group by' }).inputValue()).toBe('community');
    expect(await serious(page)).toEqual([]);
    await page.getByRole('combobox', { name: 'Group by' }).selectOption('None');
    await expect.poll(() => ground(page)).toBe(false);
  });

  it('gives the same picture again for the same address', async () => {
    const address = '/?colour=community&size=degree';
    const one = await openReady(address);
    await openLegend(one);
    await railOf(one).getByRole('list', { name: 'Colours' }).getByRole('listitem').first().waitFor();
    await settled(one);
    const first = await picture(one);
    const other = await openReady(address);
    await expect.poll(() => picture(other)).toBe(first);
  });

  it('asks for no metric while nothing shows one', async () => {
    const page = await openReady('/');
    const names = await page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name));
    expect(names.filter((name) => /worker/.test(name))).toEqual([]);
  });
});
