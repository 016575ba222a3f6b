// Reprints: two held texts that share passages are suggested side by side; accepting one changes the badge, taking it back too.
import type { Page } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import type { Suggestions } from '../../server/schema/comparison.ts';
import type { GraphView } from '../../server/schema/view.ts';
import { report } from '../builders.ts';
import { serious } from './axe.ts';
import { phone } from './browser.ts';
import { ask, describeInBrowser, openReady, served, tabTo } from './pages.ts';
import { startServer } from './server.ts';

const edge = 'OPPOSES~country:norland~plan:treaty';
const shared = Array.from({ length: 30 }, (_, at) => `The envoy of land ${at} said that article ${at * 7} was void.`);

/** Both say the same on the word of an unnamed source of their own, so that nobody can tell whether it is one or two. */
async function keep(slug: string, outlet: string, day: string, title: string): Promise<void> {
  const says = [{ holder: 'country:norland', stance: 'opposes' as const, target: 'plan:treaty', source: 'insider' }];
  const document = report({ slug, outlet, day, title, says, ending: shared.join('\n'), withText: true });
  const response = await fetch(`${served().address}/api/articles`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(document),
  });
  if (!response.ok) throw new Error(await response.text());
}

const originsOf = async (): Promise<string> => {
  const { edges } = await ask<GraphView>('/api/graph?view=explorer');
  const found = edges.find(({ key }) => key === edge)?.properties;
  return `${found?.originsMin}–${found?.originsMax}`;
};
const reprints = (page: Page) => page.locator('.suggestions');
const badge = (page: Page) => page.locator('.panel .properties .origin-badge');

async function look(page: Page): Promise<void> {
  await reprints(page).getByRole('button', { name: 'Look for reprints' }).click();
  await reprints(page).locator('.suggestion').first().waitFor();
}

describeInBrowser(
  'reprints',
  () => {
    beforeAll(async () => {
      await keep('wire', 'outlet:agency', '2024-03-01', 'Norland rejects the treaty');
      await keep('copy', 'outlet:daily', '2024-03-02', 'Treaty meets resistance');
    });

    it('are suggested with the passages side by side, the later article as the one that prints', async () => {
      const page = await openReady('/?tab=articles');
      await look(page);
      const { rows } = await ask<Suggestions>('/api/suggestions');
      expect(rows).toHaveLength(1);
      const card = reprints(page).locator('.suggestion');
      await expect.poll(() => card.count()).toBe(1);
      await expect
        .poll(() => card.locator('header').allTextContents())
        .toEqual([
          'Seems to printTreaty meets resistanceDaily, 2 Mar 2024',
          'The originalNorland rejects the treatyAgency, 1 Mar 2024',
        ]);
      const [first, second] = await Promise.all(
        [0, 1].map(async (index) => card.locator('blockquote').nth(index).boundingBox()),
      );
      expect(first?.y).toBe(second?.y);
      expect(second?.x).toBeGreaterThan((first?.x ?? 0) + (first?.width ?? 0));
      for (const theme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme: theme });
        expect(await serious(page), theme).toEqual([]);
      }
    });

    it('accepted by the keyboard alone take an origin from the badge, and taken back give it again', async () => {
      expect(await originsOf()).toBe('1–2');
      const page = await openReady(`/?tab=articles&edge=${encodeURIComponent(edge)}`);
      await expect.poll(() => badge(page).textContent()).toBe('1–2');
      await look(page);
      const card = reprints(page).locator('.suggestion');
      const yes = card.getByRole('button', { name: 'It prints it' });
      await tabTo(page, yes);
      await page.keyboard.press('Enter');
      await tabTo(page, card.getByRole('button', { name: 'Cancel' }));
      await page.keyboard.press('Enter');
      await expect.poll(() => yes.evaluate((button) => button === document.activeElement)).toBe(true);
      await page.keyboard.press('Enter');
      await tabTo(page, card.getByLabel('Decided by'));
      await page.keyboard.type('A. Editor');
      await page.keyboard.press('Enter');
      const done = reprints(page).locator('.report');
      await done.locator('.change', { hasText: 'Norland opposes Treaty' }).waitFor();
      await expect.poll(() => done.locator('.change-counts').textContent()).toBe('1–2→becomes1–1');
      await expect.poll(() => done.evaluate((element) => element === document.activeElement)).toBe(true);
      await expect.poll(() => card.count()).toBe(0);
      await expect.poll(() => badge(page).textContent()).toBe('1–1');
      expect(await originsOf()).toBe('1–1');
      await page.locator('.article-mark', { hasText: 'Norland rejects the treaty' }).waitFor();

      await tabTo(page, done.getByRole('button', { name: 'Take it back' }));
      await page.keyboard.press('Enter');
      await expect.poll(() => badge(page).textContent()).toBe('1–2');
      await card.waitFor();
      expect(await originsOf()).toBe('1–2');
      // What was taken back cannot be taken back once more.
      await expect.poll(() => done.getByRole('button', { name: 'Take it back' }).count()).toBe(0);
      await expect.poll(() => done.evaluate((element) => element === document.activeElement)).toBe(true);
    });

    it('rejected do not come back, and change no badge', async () => {
      const page = await openReady('/?tab=articles');
      await look(page);
      const card = reprints(page).locator('.suggestion');
      await card.getByRole('button', { name: 'It does not' }).click();
      await card.getByLabel('Decided by').fill('A. Editor');
      await card.getByRole('button', { name: 'Reject the suggestion' }).click();
      await reprints(page).getByText('No relation is counted otherwise.').waitFor();
      await reprints(page).getByText('No text seems to print another').waitFor();
      expect(await originsOf()).toBe('1–2');
      await page.reload();
      await reprints(page).getByRole('button', { name: 'Look for reprints' }).click();
      await reprints(page).getByText('No text seems to print another').waitFor();
      expect(await ask<Suggestions>('/api/suggestions')).toMatchObject({ rows: [{ review: 'rejected' }] });
      await fetch(`${served().address}/api/article-links/REPUBLISHES~article:copy~article:wire`, { method: 'DELETE' });
    });

    it('fit a phone', async () => {
      const page = await openReady('/?tab=articles', { viewport: phone, isMobile: true, hasTouch: true });
      await look(page);
      const wide = () =>
        page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      expect(await wide()).toBe(0);
      await reprints(page).getByRole('button', { name: 'It prints it' }).click();
      expect(await wide()).toBe(0);
      expect(await serious(page)).toEqual([]);
    });
  },
  () => startServer({ args: ['--empty'] }),
);
