// A Hearsay export opened in the page: tried first, reported in words, imported, and what is wrong with a file told.
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { serious } from './axe.ts';
import { phone } from './browser.ts';
import { describeInBrowser, openPage, openReady, settled, tabTo, withServer } from './pages.ts';
import { openSite, type Site } from './site.ts';

const json = { 'content-type': 'application/json' };

/** The export of the bundled case, with a note and a saved view. */
async function exported(): Promise<ReturnType<typeof file>> {
  const site = await openSite();
  try {
    const post = async (path: string, body: unknown): Promise<string> => {
      const answer = await fetch(`${site.address}/api/${path}`, {
        method: 'POST',
        headers: json,
        body: JSON.stringify(body),
      });
      if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
      return answer.text();
    };
    await post('notes', { subject: 'country:hu', text: 'Ask the embassy.', by: 'Ada' });
    await post('views', { name: 'The talks', by: 'Ada', view: { query: '?mode=table' } });
    return file('hearsay.json', await post('export', {}));
  } finally {
    await site.stop();
  }
}
const file = (name: string, text: string) => ({ name, mimeType: 'application/json', buffer: Buffer.from(text) });

const dialogOf = (page: Page) => page.getByRole('dialog', { name: 'Open a Hearsay export' });
const opener = (page: Page) => page.getByRole('button', { name: 'Open a Hearsay export…' }).last();
const factOf = (page: Page, name: string) =>
  dialogOf(page)
    .locator('dl > div', { has: page.getByText(name, { exact: true }) })
    .locator('dd');

async function choose(page: Page, what: ReturnType<typeof file>): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await dialogOf(page).getByRole('button', { name: 'Choose a file…' }).click();
  await (await chooser).setFiles(what);
}

const withEmpty = (work: (site: Site) => Promise<void>) => withServer(() => openSite('empty'), work);

describeInBrowser('opening an export', () => {
  it('tries it, imports it into an empty database with the keyboard alone, and shows it', {
    timeout: 120_000,
  }, async () => {
    const what = await exported();
    await withEmpty(async ({ address }) => {
      const { page } = await openPage('/', { origin: address });
      await opener(page).waitFor();
      await settled(page);
      await tabTo(page, opener(page));
      await page.keyboard.press('Enter');
      await tabTo(page, dialogOf(page).getByRole('button', { name: 'Choose a file…' }));
      // Asked for well before it comes: the browser has to be told to hand it over.
      const chooser = page.waitForEvent('filechooser', { timeout: 60_000 });
      expect(await serious(page)).toEqual([]);
      await page.keyboard.press('Enter');
      await (await chooser).setFiles(what);
      await dialogOf(page).getByRole('heading', { name: 'What hearsay.json would bring' }).waitFor();
      await expect.poll(() => factOf(page, 'Articles').textContent()).toBe('5 new');
      await expect.poll(() => factOf(page, 'Decisions, notes, views, stories').textContent()).toMatch(/^\d+ new$/);
      await expect.poll(() => factOf(page, 'Derived relations').textContent()).toMatch(/^all \d+ as in the file$/);
      const articles = async () =>
        ((await (await fetch(`${address}/api/articles`)).json()) as { articles: unknown[] }).articles;
      expect(await articles()).toEqual([]);
      await tabTo(page, dialogOf(page).getByRole('button', { name: 'Import', exact: true }));
      await page.keyboard.press('Enter');
      await dialogOf(page).getByRole('heading', { name: 'hearsay.json is imported' }).waitFor();
      expect(await serious(page)).toEqual([]);
      expect((await articles()).length).toBeGreaterThanOrEqual(5);
      await tabTo(page, dialogOf(page).getByRole('button', { name: 'Close' }).last());
      await page.keyboard.press('Enter');
      await page.getByRole('region', { name: /^Graph of [1-9]/ }).waitFor();
      const notes = (await (await fetch(`${address}/api/notes`)).json()) as { notes: { text: string }[] };
      expect(notes.notes.map(({ text }) => text)).toEqual(['Ask the embassy.']);
      const views = (await (await fetch(`${address}/api/views`)).json()) as { views: { name: string }[] };
      expect(views.views.map(({ name }) => name)).toEqual(['The talks']);
    });
  });

  it('says what is here already, what is otherwise and what the names are, on a phone and in the dark', {
    timeout: 120_000,
  }, async () => {
    const what = await exported();
    const changed = JSON.parse(what.buffer.toString());
    changed.decisions.views[0].by = 'Somebody';
    await withServer(openSite, async ({ address }) => {
      const options = { origin: address, viewport: phone, colorScheme: 'dark' as const };
      const page = await openReady('/?tab=articles', options);
      await opener(page).click();
      await choose(page, what);
      await dialogOf(page).getByRole('heading', { name: 'What hearsay.json would bring' }).waitFor();
      await expect.poll(() => factOf(page, 'Articles').textContent()).toBe('5 here already');
      await dialogOf(page).getByRole('button', { name: 'Import', exact: true }).click();
      await dialogOf(page).getByRole('heading', { name: 'hearsay.json is imported' }).waitFor();
      await dialogOf(page).getByRole('button', { name: 'Close' }).last().click();
      await settled(page);
      await opener(page).click();
      await choose(page, file('changed.json', JSON.stringify(changed)));
      await dialogOf(page).getByRole('heading', { name: 'Nothing in changed.json is new here' }).waitFor();
      await dialogOf(page)
        .getByRole('heading', { name: /^Otherwise here/ })
        .waitFor();
      await dialogOf(page).getByText('view:the-talks (/decisions/views/0): is otherwise here').waitFor();
      expect(await serious(page)).toEqual([]);
      const widths = await page.evaluate(() => [document.documentElement.scrollWidth, window.innerWidth]);
      expect(widths[0]).toBeLessThanOrEqual(widths[1] ?? 0);
    });
  });

  it('names what is wrong with a file, and takes one that is dropped', { timeout: 120_000 }, async () => {
    await withEmpty(async ({ address }) => {
      // The browser tells of each answer that is no success.
      const { page } = await openPage('/', { origin: address, allowed: /status of 4/ });
      await opener(page).click();
      const refused = async (name: string, text: string, words: RegExp) => {
        await choose(page, file(name, text));
        await dialogOf(page).getByRole('alert').filter({ hasText: words }).waitFor();
        await dialogOf(page).getByRole('button', { name: 'Choose another file' }).click();
      };
      await refused('list.csv', 'a,b\n1,2', /“list\.csv” is not JSON.*Open a file as an export/s);
      await refused('other.json', '{"format": "else/1"}', /\/format.*must be "hearsay-export\/1"/);
      await refused('newer.json', '{"format": "hearsay-export/9"}', /written by a newer Hearsay/);
      await refused(
        'large.json',
        JSON.stringify(' '.repeat(11 << 20)),
        /larger than this server takes.*HEARSAY_DOCUMENT_MB/,
      );
      const drop = dialogOf(page).getByRole('region', { name: 'Place for a file' });
      const carried = await page.evaluateHandle(() => {
        const transfer = new DataTransfer();
        transfer.items.add(new File(['{'], 'dropped.json', { type: 'application/json' }));
        return transfer;
      });
      await drop.dispatchEvent('drop', { dataTransfer: carried });
      await dialogOf(page).getByRole('alert').filter({ hasText: '“dropped.json” is not JSON' }).waitFor();
    });
  });
});
