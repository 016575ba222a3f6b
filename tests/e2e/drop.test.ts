// Taking files in by dropping, choosing and pasting: tried first, imported, what is wrong named, then to the review.
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import type { DraftList } from '../../server/schema/drafts.ts';
import { report } from '../builders.ts';
import { serious } from './axe.ts';
import { desk, phone } from './browser.ts';
import { type Dropped, drop } from './drop.ts';
import { ask, describeInBrowser, openReady, tabTo } from './pages.ts';

const md = (title: string, words: string): Dropped => ({
  name: `${title.toLowerCase().replaceAll(' ', '-')}.md`,
  text: `---\ntitle: ${title}\noutlet: Harbour Times\ndate: 2024-11-21\n---\n\n${words}\n`,
});
const words = 'Hungary opposes an invitation for Ukraine to join NATO, Politico reported, citing two officials.';

const dialogOf = (page: Page) => page.getByRole('dialog', { name: 'Add articles' });
const itemOf = (page: Page, name: string) => dialogOf(page).getByRole('listitem').filter({ hasText: name });
const titles = async (): Promise<string[]> =>
  (await ask<{ articles: { title: string | null }[] }>('/api/articles')).articles.flatMap(({ title }) => title ?? []);

async function shot(page: Page, name: string): Promise<void> {
  if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/${name}.png` });
}

describeInBrowser('taking files in', () => {
  it('tries what is dropped on the page, imports it, and leads to its proposals', async () => {
    const page = await openReady('/');
    await drop(page, [md('Dropped on the page', words)], async () => {
      await page.getByText('Drop files to add articles').waitFor();
      await shot(page, 'drop-over');
    });
    await itemOf(page, 'dropped-on-the-page.md').getByText('can be imported').waitFor();
    await page.getByText('Article, new: Harbour Times, 21 Nov 2024').waitFor();
    await expect.poll(() => page.getByText('Drop files to add articles').count()).toBe(0);
    expect(await titles()).not.toContain('Dropped on the page');
    await shot(page, 'drop-tried');
    expect(await serious(page)).toEqual([]);
    await dialogOf(page).getByRole('button', { name: 'Import', exact: true }).click();
    await dialogOf(page)
      .getByRole('button', { name: /^Review \d+ claims?$/ })
      .click();
    const review = page.getByRole('dialog', { name: 'Review: Dropped on the page' });
    await review.getByText('Hungary opposes').first().waitFor();
    expect(await titles()).toContain('Dropped on the page');
    const { drafts } = await ask<DraftList>('/api/drafts');
    expect(drafts.find(({ article }) => article.name === 'Dropped on the page')?.open).toBeGreaterThan(0);
    await review.getByRole('button', { name: 'Close' }).click();
    await page.keyboard.press('5');
    await page.getByRole('button', { name: /^Review \d+ claims? of Dropped on the page$/ }).waitFor();
    await shot(page, 'drop-drafts');
  });

  it('names what is wrong with each file and the way out, and imports the others', async () => {
    const page = await openReady('/', { allowed: /status of 4/ });
    const claims = report({
      slug: 'claims',
      title: 'A claims document',
      says: [{ holder: 'country:hu', stance: 'opposes', target: 'plan:nato-invitation' }],
    });
    await drop(page, [
      { name: 'notes.ann', text: 'T1\tSource 0 5\twords' },
      { name: 'rows.csv', text: 'a,b\n1,2\n' },
      { name: 'other.json', text: '{"format": "else/1"}' },
      { name: 'broken.json', text: '{' },
      { name: 'day.md', text: '---\ndate: 2024-02-31\n---\n\nWords.\n' },
      { name: 'claims.json', text: JSON.stringify(claims) },
    ]);
    await itemOf(page, 'notes.ann')
      .getByText(/command line only/)
      .waitFor();
    await itemOf(page, 'rows.csv')
      .getByText(/comes without a mapping/)
      .waitFor();
    await itemOf(page, 'other.json')
      .getByText(/none of Hearsay’s/)
      .waitFor();
    await itemOf(page, 'broken.json')
      .getByText(/is not JSON/)
      .waitFor();
    await itemOf(page, 'day.md')
      .getByText(/calendar/)
      .waitFor();
    await itemOf(page, 'claims.json').getByText('can be imported').waitFor();
    await shot(page, 'drop-refused');
    expect(await serious(page)).toEqual([]);
    await dialogOf(page).getByRole('button', { name: 'Import 1 file' }).click();
    await itemOf(page, 'claims.json').getByText('imported', { exact: true }).waitFor();
    expect(await titles()).toContain('A claims document');
    expect(await titles()).not.toContain('rows');
  });

  it('takes a CSV file together with its mapping', async () => {
    const page = await openReady('/');
    const mapping = {
      format: 'hearsay-csv/1',
      kind: 'stances',
      article: { key: 'article:table-{paper}', title: '{paper}' },
      holder: { column: 'who', type: 'country' },
      plan: { column: 'plan', as: 'key' },
      stance: { value: 'opposes' },
    };
    await drop(page, [
      { name: 'table.csv', text: 'paper,who,plan\nnight-post,Norland,plan:nato-invitation\n' },
      { name: 'table.mapping.json', text: JSON.stringify(mapping) },
    ]);
    await itemOf(page, 'table.csv').getByText('can be imported').waitFor();
    await itemOf(page, 'table.csv').getByText('1 row', { exact: true }).waitFor();
    await expect.poll(() => itemOf(page, 'table.mapping.json').count()).toBe(0);
    await dialogOf(page).getByRole('button', { name: 'Import', exact: true }).click();
    await itemOf(page, 'table.csv').getByText('imported', { exact: true }).waitFor();
    expect(await titles()).toContain('night-post');
  });

  it('takes a pasted text as it is, with the keyboard alone, and tells why no address is fetched', async () => {
    const page = await openReady('/?tab=articles', { allowed: /status of 4/ });
    await tabTo(page, page.getByRole('button', { name: 'Add articles…' }));
    await page.keyboard.press('Enter');
    const dialog = dialogOf(page);
    await tabTo(page, dialog.getByRole('button', { name: 'Paste a text' }));
    await page.keyboard.press('Enter');
    await tabTo(page, dialog.getByRole('textbox', { name: 'Title' }));
    await page.keyboard.type('Pasted: "with" signs');
    await tabTo(page, dialog.getByRole('textbox', { name: 'Text', exact: true }));
    const text = '# No *heading* <b>nor</b> tag & 1. list';
    await page.keyboard.insertText(text);
    await tabTo(page, dialog.getByRole('button', { name: 'Try it' }));
    await page.keyboard.press('Enter');
    const yes = dialog.getByRole('button', { name: 'Import', exact: true });
    await expect.poll(() => yes.evaluate((element) => element === document.activeElement)).toBe(true);
    await page.keyboard.press('Enter');
    await dialog.getByText('imported', { exact: true }).waitFor();
    const { articles } = await ask<{ articles: { key: string; title: string | null }[] }>('/api/articles');
    const key = articles.find(({ title }) => title === 'Pasted: "with" signs')?.key ?? '';
    expect(await ask(`/api/articles/${encodeURIComponent(key)}`)).toMatchObject({ text });
    await dialog.getByRole('button', { name: 'Web address' }).click();
    await dialog.getByRole('textbox', { name: 'Address of the page' }).fill('https://harbour.example/bridge');
    await dialog.getByRole('button', { name: 'Try it' }).click();
    await dialog.getByRole('alert').filter({ hasText: 'HEARSAY_FETCH' }).waitFor();
  });

  it('tells what is wrong with a pasted text at its fields, and keeps what was typed', async () => {
    const page = await openReady('/?tab=articles');
    await page.getByRole('button', { name: 'Add articles…' }).click();
    const dialog = dialogOf(page);
    await dialog.getByRole('button', { name: 'Paste a text' }).click();
    const [on, address] = ['Published on', 'Address'].map((name) => dialog.getByRole('textbox', { name, exact: true }));
    await on?.fill('yesterday');
    await address?.fill('harbour');
    await dialog.getByRole('textbox', { name: 'Text', exact: true }).fill('Norland opposes the bridge.');
    await dialog.getByRole('button', { name: 'Try it' }).click();
    await dialog.getByRole('alert').filter({ hasText: '2024-10-24' }).waitFor();
    await dialog.getByRole('alert').filter({ hasText: 'https://' }).waitFor();
    await expect.poll(() => on?.getAttribute('aria-invalid')).toBe('true');
    await expect.poll(() => on?.evaluate((element) => element === document.activeElement)).toBe(true);
    await on?.fill('2024-11-20');
    await address?.fill('');
    await dialog.getByRole('button', { name: 'Try it' }).click();
    await dialog.getByRole('button', { name: 'Import', exact: true }).waitFor();
    await expect.poll(() => on?.inputValue()).toBe('2024-11-20');
  });

  it('reads well in both themes and sizes', async () => {
    for (const colorScheme of ['light', 'dark'] as const) {
      for (const viewport of [desk, phone]) {
        const page = await openReady('/?tab=articles', { colorScheme, viewport });
        await page.getByRole('button', { name: 'Add articles…' }).click();
        await dialogOf(page).getByRole('button', { name: 'Choose files…' }).waitFor();
        expect(await serious(page)).toEqual([]);
        await shot(page, `take-${colorScheme}-${viewport.width}`);
        await dialogOf(page).getByRole('button', { name: 'Paste a text' }).click();
        expect(await serious(page)).toEqual([]);
        const wider = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        expect(wider).toBeLessThanOrEqual(0);
        await shot(page, `paste-${colorScheme}-${viewport.width}`);
        await page.close();
      }
    }
  });
});
