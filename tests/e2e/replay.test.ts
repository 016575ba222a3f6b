// The replay: day after day, what each brought, in one layout; and the difference of two days.
import { expect, it } from 'vitest';
import type { Diff } from '../../server/schema/comparison.ts';
import type { ArticleList } from '../../server/schema/view.ts';
import { serious } from './axe.ts';
import { ask, describeInBrowser, headingOf, openReady, panelOf } from './pages.ts';

const dayOf = (page: Parameters<typeof panelOf>[0]) => new URL(page.url()).searchParams.get('as-of');

async function days(): Promise<string[]> {
  const { articles } = await ask<ArticleList>('/api/articles');
  const held = articles.filter((article) => article.held).map((one) => (one.publishedTo ?? '').slice(0, 10));
  return [...new Set(held.filter((day) => day !== ''))].sort();
}

describeInBrowser('the replay', () => {
  it('plays through the days on which articles appeared, marks what each brought, and stops on the last', async () => {
    const page = await openReady();
    const all = await days();
    const seen = new Set<string>();
    await page.getByRole('button', { name: 'Replay day by day' }).first().click();
    await expect
      .poll(
        () => {
          const day = dayOf(page);
          if (day) seen.add(day);
          return [...seen];
        },
        { timeout: 25_000, interval: 150 },
      )
      .toEqual(all);
    await page.getByRole('button', { name: 'Replay day by day' }).first().waitFor();
    expect(new URL(page.url()).searchParams.get('since')).toBe(all.at(-2));
  });

  it('stops when asked, steps by keys, and goes back to all dates', async () => {
    const page = await openReady();
    const [first, second] = await days();
    await page.locator('.stage').focus();
    await page.keyboard.press('r');
    await page.getByRole('button', { name: 'Pause the replay' }).first().waitFor();
    await page.keyboard.press('r');
    await expect.poll(() => dayOf(page)).toBe(first);
    await page.waitForTimeout(2000);
    expect(dayOf(page)).toBe(first);
    await page.keyboard.press('.');
    await expect.poll(() => dayOf(page)).toBe(second);
    await page.keyboard.press(',');
    await expect.poll(() => dayOf(page)).toBe(first);
    await page.getByRole('slider', { name: 'As of' }).press('End');
    await expect.poll(() => dayOf(page)).toBeNull();
  });

  it('keeps every node in its place from day to day, whichever day the page opened on', async () => {
    const [first] = await days();
    /** How much ink each row of pixels has in the canvas of labels: where they stand tells whether the frame has moved. */
    const inkByRow = async (page: Parameters<typeof panelOf>[0]): Promise<number[]> => {
      await page.locator('.stage').hover({ position: { x: 5, y: 400 } });
      return page.locator('canvas.sigma-annotations').evaluate((canvas: HTMLCanvasElement) => {
        const { width, height } = canvas;
        const data = canvas.getContext('2d')?.getImageData(0, 0, width, height).data ?? [];
        return Array.from({ length: height }, (_, y) => {
          let ink = 0;
          for (let x = 0; x < width; x++) if ((data[(y * width + x) * 4 + 3] ?? 0) > 200) ink++;
          return ink;
        });
      });
    };
    /** The share of ink that stands elsewhere; a glyph drawn half a pixel otherwise is a thousandth. */
    const moved = (a: readonly number[], b: readonly number[]): number =>
      a.reduce((sum, ink, y) => sum + Math.abs(ink - (b[y] ?? 0)), 0) / a.reduce((sum, ink) => sum + ink, 0);
    const early = await openReady(`/?as-of=${first}`);
    const late = await openReady();
    const before = await inkByRow(early);
    expect(moved(before, [0, ...before])).toBeGreaterThan(0.1);
    await late.getByRole('slider', { name: 'As of' }).press('Home');
    await expect.poll(async () => moved(before, await inkByRow(late))).toBeLessThan(0.02);
  });

  it('shows the difference of two days as the server has it: new, gone, counted otherwise, with both counts', async () => {
    const [, second, third] = await days();
    const page = await openReady();
    await page.getByRole('button', { name: 'All dates' }).first().click();
    await page
      .getByLabel('As of', { exact: true })
      .and(page.locator('input'))
      .fill(third ?? '');
    await page.getByLabel('Difference from an earlier day').fill(second ?? '');
    await page.keyboard.press('Escape');
    await headingOf(page).filter({ hasText: ' to ' }).waitFor();
    const diff = await ask<Diff>(`/api/diff?from=${second}&to=${third}`);
    const section = (title: string) => panelOf(page).locator('section.relations', { hasText: title });
    await expect.poll(() => section('New').locator('.change').count()).toBe(diff.added.length);
    await expect.poll(() => section('Counted otherwise').locator('.change').count()).toBe(diff.changed.length);
    const [changed] = diff.changed;
    await expect
      .poll(() => section('Counted otherwise').locator('.change-counts').allTextContents())
      .toContain(
        `${changed?.before?.originsMin}–${changed?.before?.originsMax}→becomes${changed?.after?.originsMin}–${changed?.after?.originsMax}`,
      );
    await expect
      .poll(() =>
        panelOf(page).locator('section.relations', { hasText: 'Articles that appeared' }).locator('li').count(),
      )
      .toBe(diff.articles.added.length);
    expect(await serious(page)).toEqual([]);
    await page.getByRole('button', { name: 'End the comparison' }).click();
    await expect.poll(() => new URL(page.url()).searchParams.get('since')).toBeNull();
  });
});
