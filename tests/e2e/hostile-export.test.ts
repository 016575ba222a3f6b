// Names and words made to break out of a file: every export of them opens as it should, and nothing in it runs or asks.
import { mkdtempSync, readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { DOMParser } from '@xmldom/xmldom';
import { unzipSync } from 'fflate';
import type { Page } from 'playwright-core';
import { afterAll, expect, it } from 'vitest';
import { entity, sha256 } from '../builders.ts';
import { describeInBrowser, openPage, openReady, served } from './pages.ts';
import { startServer } from './server.ts';

const folder = mkdtempSync(join(tmpdir(), 'hearsay-hostile-'));
afterAll(() => rm(folder, { recursive: true, force: true }));

const breakout = '</script></title></style></svg>]]>--><img src=x onerror=alert(1)><script>alert(2)</script>';
const formula = '=HYPERLINK("https://example.org/?"&A1,"Hungary")';
const turned = 'A\u202egnp.exe __HEARSAY_DATA__ $& $1';
const long = `Long ${'x'.repeat(194)}`;
const countries = [breakout, formula, turned, long];

function hostile() {
  const words = `${breakout} opposes it\u2028${formula}`;
  return {
    format: 'hearsay-claims/1',
    article: {
      key: 'article:hostile',
      title: `@SUM(1) ${breakout} __HEARSAY_DATA__`,
      outlet: 'outlet:hostile',
      url: 'https://example.org/?q=%3C/script%3E',
      publishedFrom: '2024-10-24',
      publishedTo: '2024-10-24',
      dateBasis: 'stated',
      text: words,
      textHash: sha256(words),
    },
    articles: [],
    entities: [
      ...countries.map((name, index) => entity('Country', name, { key: `country:h${index}`, description: name })),
      entity('Outlet', `+${breakout}`, { key: 'outlet:hostile' }),
      entity('Plan', `__HEARSAY_TITLE__ ${breakout}`, { key: 'plan:hostile' }),
    ],
    sources: [{ id: 'source', kind: 'anonymous', descriptor: `-${breakout}` }],
    utterances: [],
    quotes: [],
    claims: countries.map((name, index) => ({
      id: `claim-${index}`,
      kind: 'stance',
      holder: `country:h${index}`,
      stance: 'opposes',
      target: 'plan:hostile',
      text: name,
    })),
    assertions: countries.map((name, index) => ({
      id: `assertion-${index}`,
      claim: `claim-${index}`,
      mode: 'asserts',
      modality: 'now',
      review: 'accepted',
      wording: name,
      span: { start: 0, end: words.length, quote: words },
      attributedTo: [{ source: 'source' }],
    })),
  };
}

const send = async (path: string, body: unknown): Promise<Record<string, string>> => {
  const headers = { 'content-type': 'application/json' };
  const answer = await fetch(served().address + path, { method: 'POST', headers, body: JSON.stringify(body) });
  expect(answer.status, await answer.clone().text()).toBe(200);
  return (await answer.json()) as Record<string, string>;
};

async function saved(page: Page, format: string): Promise<string> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page
      .getByRole('dialog', { name: 'Export' })
      .getByRole('button', { name: new RegExp(`^${format} `) })
      .click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^[\p{L}\p{N}.-]{1,120}$/u);
  const path = join(folder, download.suggestedFilename());
  await download.saveAs(path);
  return path;
}

/** Opens a file without network: no dialog, no script error (each a complaint), and no request but for the file. */
async function alone(path: string): Promise<{ page: Page; asked: string[] }> {
  const { page } = await openPage('', { origin: 'about:blank', offline: true });
  const asked: string[] = [];
  page.on('request', (request) => {
    if (!request.url().startsWith('data:') && !request.url().startsWith('blob:')) asked.push(request.url());
  });
  await page.goto(pathToFileURL(path).href);
  return { page, asked };
}

const strictly = (text: string) =>
  new DOMParser({
    errorHandler: (level, message: string) => {
      throw new Error(`${level}: ${message}`);
    },
  }).parseFromString(text, 'text/xml');

describeInBrowser(
  'a hostile document, exported',
  () => {
    it('stays text in every file', async () => {
      await send('/api/articles', hostile());
      for (const text of [breakout, formula, turned]) {
        await send('/api/notes', { subject: 'country:h0', text, by: breakout });
        await send('/api/notes', { subject: 'OPPOSES~country:h0~plan:hostile', text, by: formula });
      }
      const page = await openReady('/?style=n~Country~red~2~square~description~name,r~OPPOSES~blue~2~.last', {
        acceptDownloads: true,
      });
      await page.getByRole('button', { name: 'Export', exact: true }).click();

      const html = await saved(page, 'Web page');
      const opened = await alone(html);
      await opened.page.locator('canvas').first().waitFor();
      await expect.poll(() => opened.page.locator('img[src="x"], [onerror]').count()).toBe(0);
      expect(await opened.page.title()).toContain(breakout);
      await opened.page.keyboard.press('/');
      await opened.page.keyboard.type('HYPERLINK');
      await opened.page.getByText(formula).first().waitFor();
      expect(opened.asked).toEqual([pathToFileURL(html).href]);

      const svg = await saved(page, 'SVG');
      const drawn = await alone(svg);
      await expect.poll(() => drawn.page.locator('svg').count()).toBe(1);
      await expect.poll(() => drawn.page.locator('script, img, [onerror]').count()).toBe(0);
      await expect.poll(() => drawn.page.evaluate(() => document.documentElement.textContent)).toContain(breakout);
      expect(drawn.asked).toEqual([pathToFileURL(svg).href]);

      for (const format of ['GEXF', 'GraphML']) {
        const text = readFileSync(await saved(page, format), 'utf8');
        expect(strictly(text).getElementsByTagName('node').length).toBeGreaterThan(4);
        expect(strictly(text).getElementsByTagName('script')).toHaveLength(0);
      }
      const tables = unzipSync(new Uint8Array(readFileSync(await saved(page, 'CSV'))));
      for (const [name, bytes] of Object.entries(tables)) {
        // No cell that a spreadsheet would compute.
        const cells = Buffer.from(bytes)
          .toString()
          .split(/,|\r?\n/);
        expect(
          cells.filter((cell) => /^"?[=+@]/.test(cell) || /^"?-\D/.test(cell)),
          name,
        ).toEqual([]);
      }
      expect(JSON.parse(readFileSync(await saved(page, 'JSON'), 'utf8')).articles).toHaveLength(1);
      await saved(page, 'PNG');
    });

    it('and names of views, captions and signatures stay text, too', async () => {
      const view = { query: '' };
      const { key } = await send('/api/views', { name: breakout, by: breakout, view });
      const steps = [breakout, formula, turned].map((caption) => ({ caption, view }));
      const story = await send('/api/stories', { title: breakout, by: breakout, steps });
      const page = await openReady(`/?story=${encodeURIComponent(String(story.key))}&step=1`);
      await page.getByText(breakout).first().waitFor();
      await expect.poll(() => page.locator('img[src="x"], [onerror], body script').count()).toBe(0);
      const other = await openReady(`/?view=${encodeURIComponent(String(key))}`);
      await other.getByRole('button', { name: 'Saved views' }).first().click();
      await other.getByText(breakout).first().waitFor();
      await expect.poll(() => other.locator('img[src="x"], [onerror], body script').count()).toBe(0);
    });
  },
  () => startServer({ args: ['--empty'] }),
);
