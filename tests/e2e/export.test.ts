// Every export by role and name, read back; the exported page is opened from its file, without network, and used.
import { mkdtempSync, readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { DOMParser } from '@xmldom/xmldom';
import { unzipSync } from 'fflate';
import type { Page } from 'playwright-core';
import { afterAll, expect, it } from 'vitest';
import type { ExchangeReport } from '../../server/schema/exchange.ts';
import type { Meta } from '../../server/schema/view.ts';
import { sizeOf, textsOf } from '../png.ts';
import { serious } from './axe.ts';
import { phone } from './browser.ts';
import { ask, describeInBrowser, drawnCounts, openPage, openReady } from './pages.ts';
import { startServer } from './server.ts';

const folder = mkdtempSync(join(tmpdir(), 'hearsay-export-'));
afterAll(() => rm(folder, { recursive: true, force: true }));

const dialogOf = (page: Page) => page.getByRole('dialog', { name: 'Export' });

/** Asks for a format in the dialog, and gives the file that comes of it. */
async function saved(page: Page, format: string): Promise<{ name: string; path: string; bytes: Buffer }> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    dialogOf(page)
      .getByRole('button', { name: new RegExp(`^${format} `) })
      .click(),
  ]);
  const path = join(folder, `${Math.random().toString(36).slice(2)}-${download.suggestedFilename()}`);
  await download.saveAs(path);
  await dialogOf(page).getByRole('status').getByText('Saved as').waitFor();
  return { name: download.suggestedFilename(), path, bytes: readFileSync(path) };
}

async function openExport(path = '/', options = {}): Promise<Page> {
  const page = await openReady(path, { acceptDownloads: true, ...options });
  await page.getByRole('button', { name: 'Export', exact: true }).click();
  await dialogOf(page).waitFor();
  return page;
}

describeInBrowser('the export', () => {
  it('says what each format holds, opens by a key, and has no serious fault', async () => {
    const page = await openReady('/');
    await page.keyboard.press('x');
    await dialogOf(page).waitFor();
    const formats = dialogOf(page).getByRole('list', { name: 'Formats' }).getByRole('button');
    await expect.poll(() => formats.count()).toBeGreaterThanOrEqual(6);
    for (const text of await formats.allTextContents()) expect(text.length).toBeGreaterThan(30);
    expect(await serious(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await dialogOf(page).waitFor({ state: 'hidden' });
  });

  it('gives graphs, tables and pictures of all that is on the canvas', async () => {
    const page = await openExport('/?as-of=2024-10-24');
    const { nodes, edges } = await drawnCounts(page);
    const strictly = (text: string) =>
      new DOMParser({
        errorHandler: (level, message: string) => {
          throw new Error(`${level}: ${message}`);
        },
      }).parseFromString(text, 'text/xml');
    for (const format of ['GEXF', 'GraphML']) {
      const { name, bytes } = await saved(page, format);
      expect(name).toMatch(/^hearsay-nato-invitation-for-ukraine-\d{4}-\d\d-\d\d\.(gexf|graphml)$/);
      const parsed = strictly(bytes.toString());
      expect(parsed.getElementsByTagName('node')).toHaveLength(nodes);
      expect(parsed.getElementsByTagName('edge')).toHaveLength(edges);
      expect(bytes.toString()).toContain('Hungary opposes NATO invitation for Ukraine, according to');
      expect(bytes.toString()).toContain('as-of=2024-10-24');
    }
    const zip = unzipSync(new Uint8Array((await saved(page, 'CSV')).bytes));
    const relations = Buffer.from(zip['relations.csv'] as Uint8Array).toString();
    expect(relations).toContain('“Hungary');
    expect(Object.keys(zip)).toContain('articles.csv');
    const drawing = strictly((await saved(page, 'SVG')).bytes.toString());
    const groups = Array.from(drawing.getElementsByTagName('g'));
    expect(groups.filter((group) => group.getAttribute('class') === 'node')).toHaveLength(nodes);
    expect(groups.filter((group) => group.getAttribute('class') === 'edge')).toHaveLength(edges);
    const width = Number(drawing.documentElement.getAttribute('width'));
    const picture = await saved(page, 'PNG');
    expect(sizeOf(picture.bytes)[0]).toBe(2 * width);
    const texts = textsOf(picture.bytes);
    expect(texts.Title).toBe('Hearsay: NATO invitation for Ukraine');
    expect(texts.Source).toContain('as-of=2024-10-24');
    expect(texts.Provenance).toContain('Hungary opposes NATO invitation for Ukraine');
  });

  it('gives JSON that imports into an empty database to equal counts', async () => {
    const page = await openExport('/?as-of=2024-10-24');
    const [shown, whole] = [await saved(page, 'JSON'), await saved(page, 'JSON, the whole database')];
    expect(shown.name).toMatch(/^hearsay-nato-invitation-for-ukraine-.*\.json$/);
    expect(whole.name).toMatch(/^hearsay-whole-database-.*\.json$/);
    for (const { bytes } of [shown, whole]) {
      const other = await startServer({ args: ['--empty'] });
      try {
        const headers = { 'content-type': 'application/json' };
        const answer = await fetch(`${other.address}/api/imports/export`, {
          method: 'POST',
          headers,
          body: new Uint8Array(bytes),
        });
        const report = (await answer.json()) as ExchangeReport;
        expect(answer.status, JSON.stringify(report)).toBe(200);
        expect(report.derived.compared).toBeGreaterThan(20);
        expect(report.derived.equal).toBe(report.derived.compared);
        if (bytes !== whole.bytes) continue;
        const { counts } = (await (await fetch(`${other.address}/api/meta`)).json()) as Meta;
        expect(counts).toEqual((await ask<Meta>('/api/meta')).counts);
      } finally {
        await other.stop();
      }
    }
  });

  it('of several selected nodes gives these alone, and leads back to the view', async () => {
    const page = await openExport('/?select=country:hu,country:sk,plan:nato-invitation&camera=0.5,0.5,1.5');
    await dialogOf(page)
      .getByRole('radio', { name: /The selected nodes/ })
      .waitFor();
    const { bytes } = await saved(page, 'GraphML');
    expect(bytes.toString().match(/<node /g)).toHaveLength(3);
    expect(decodeURIComponent(bytes.toString())).toContain('country:sk');
    await dialogOf(page)
      .getByRole('radio', { name: /All that is on the canvas/ })
      .check();
    expect((await saved(page, 'GraphML')).bytes.toString().match(/<node /g)?.length).toBeGreaterThan(30);
  });

  it.each(['light', 'dark'] as const)(
    'gives a page that works from its file, offline, in the %s theme',
    async (theme) => {
      const app = await openExport();
      const { nodes, edges } = await drawnCounts(app);
      const { path } = await saved(app, 'Web page');
      const { page } = await openPage('', { origin: 'about:blank', colorScheme: theme, offline: true });
      const asked: string[] = [];
      page.on('request', (request) => asked.push(request.url()));
      await page.goto(pathToFileURL(path).href);
      await page.getByRole('region', { name: `Graph of ${nodes} nodes and ${edges} relations` }).waitFor();
      expect(await serious(page)).toEqual([]);
      const legend = page.getByRole('region', { name: 'Legend' });
      const counted = async (list: string): Promise<number> => {
        const tallies = await legend.getByRole('list', { name: list, exact: true }).locator('.tally').allTextContents();
        return tallies.reduce((sum, text) => sum + Number(text), 0);
      };
      expect([await counted('Types'), await counted('Relations')]).toEqual([nodes, edges]);
      // A sign is drawn in the colour that its nodes have.
      const sign = legend.getByRole('listitem').filter({ hasText: 'Country' }).locator('svg');
      const inFile =
        /"labels":\["Country"\][^\n]*?"color":"(#[0-9a-f]{6})"/i.exec(readFileSync(path, 'utf8'))?.[1] ?? '';
      const drawn = await sign.evaluate((svg) => getComputedStyle(svg).fill);
      const channels = [1, 3, 5].map((at) => Number.parseInt(inFile.slice(at, at + 2), 16));
      // The file was made in the light theme.
      if (theme === 'light') expect(drawn).toBe(`rgb(${channels.join(', ')})`);

      await page.keyboard.press('/');
      await page.keyboard.type('Selenskyj');
      await page.getByRole('option', { name: /Volodymyr Zelensky/, selected: true }).waitFor();
      await page.keyboard.press('Escape');
      await page.keyboard.type('hungar');
      await page.getByRole('option', { name: /Hungary/ }).waitFor();
      await page.keyboard.press('Enter');
      const panel = page.getByRole('complementary', { name: 'Details and evidence' });
      await panel.getByRole('heading', { level: 2, name: 'Hungary' }).waitFor();
      // What was found stands in the middle, with its name.
      const written = () =>
        page.locator('canvas.sigma-annotations').evaluate((canvas: HTMLCanvasElement) => {
          const { width, height } = canvas;
          const middle = canvas.getContext('2d')?.getImageData(width / 2 - 100, height / 2 - 40, 200, 80).data ?? [];
          return middle.some((value) => value > 0);
        });
      await expect.poll(written).toBe(true);
      await panel.getByRole('button', { name: /opposes NATO invitation for Ukraine/ }).click();
      await panel.getByText(/^Hungary opposes NATO invitation for Ukraine, according to/).waitFor();
      await panel.getByRole('heading', { name: 'Origins' }).waitFor();
      await expect.poll(() => panel.locator('blockquote').first().textContent()).toMatch(/^“.+”$/);
      await expect.poll(() => panel.getByText(/Kyiv Post, 24 Oct 2024/).count()).toBeGreaterThan(0);
      await page.screenshot({ path: join(tmpdir(), `hearsay-page-${theme}.png`) });

      await page.getByRole('region', { name: /^Graph of/ }).focus();
      await page.keyboard.press('ArrowLeft');
      await panel.getByRole('heading', { name: /Relations/ }).waitFor();
      await page.getByRole('button', { name: 'Table' }).click();
      await expect
        .poll(async () => Number(await page.getByRole('table', { name: 'Nodes' }).getAttribute('aria-rowcount')))
        .toBe(nodes + 1);
      await page.getByRole('button', { name: `Relations ${edges}` }).click();
      await page.getByRole('table', { name: 'Relations' }).getByRole('row').nth(1).click();
      expect(await serious(page)).toEqual([]);
      await page.getByRole('button', { name: /Change to the (light|dark) theme/ }).click();
      expect(await serious(page)).toEqual([]);
      expect(asked.filter((url) => !url.startsWith('file:'))).toEqual([]);

      await page.setViewportSize(phone);
      await page.getByRole('button', { name: 'Graph' }).click();
      await expect
        .poll(() => page.evaluate(() => document.documentElement.scrollWidth))
        .toBeLessThanOrEqual(phone.width);
      await page.screenshot({ path: join(tmpdir(), `hearsay-page-phone-${theme}.png`) });
    },
  );

  it('explains community colours, pins and badges in the legends of its files', async () => {
    const app = await openExport('/?colour=community&pin=country:hu,100,50');
    const sentence = 'Nodes of one colour are one community, and the type shows in the shape alone.';
    expect((await saved(app, 'SVG')).bytes.toString()).toContain(sentence);
    const { path } = await saved(app, 'Web page');
    const { page } = await openPage('', { origin: 'about:blank', offline: true });
    await page.goto(pathToFileURL(path).href);
    const legend = page.getByRole('region', { name: 'Legend' });
    await legend.getByText(sentence).waitFor();
    const signs = legend.getByRole('list', { name: 'Types', exact: true }).locator('svg');
    const fills = await signs.evaluateAll((all) => all.map((svg) => getComputedStyle(svg).fill));
    expect(fills.length).toBeGreaterThan(2);
    // One grey for all, that of quiet text.
    const grey = await legend.getByText(sentence).evaluate((text) => getComputedStyle(text).color);
    expect(new Set(fills)).toEqual(new Set([grey]));
    await legend.getByText('Put there by hand: pinned').waitFor();
    await legend.getByText('1–2 on so many independent origins, fewest to most.').scrollIntoViewIfNeeded();
    expect(await serious(page)).toEqual([]);
    await page.screenshot({ path: join(tmpdir(), 'hearsay-page-community.png') });
  });

  it.each([
    { format: 'SVG', held: '**/api/edges/grounds*', what: /Reading where the relations are from/ },
    { format: 'JSON, the whole database', held: '**/api/export', what: /The server writes the export/ },
  ])('stops $format when asked to, and then writes it all the same', async ({ format, held, what }) => {
    const page = await openExport();
    let files = 0;
    page.on('download', () => files++);
    // The answer is long in coming.
    await page.route(held, () => undefined);
    const ended = page.waitForEvent('requestfailed', (request) => /\/api\/(edges|export)/.test(request.url()));
    await dialogOf(page)
      .getByRole('button', { name: new RegExp(`^${format} `) })
      .click();
    await dialogOf(page).getByRole('status').getByText(what).waitFor();
    await dialogOf(page).getByRole('button', { name: 'Stop' }).click();
    await dialogOf(page).getByRole('status').waitFor({ state: 'detached' });
    expect((await ended).failure()?.errorText).toBe('net::ERR_ABORTED');
    expect(files).toBe(0);
    await page.unroute(held);
    expect((await saved(page, format)).bytes.length).toBeGreaterThan(10_000);
    expect(files).toBe(1);
  });

  it('is there on a phone', async () => {
    const page = await openExport('/', { viewport: phone, hasTouch: true, isMobile: true });
    expect(await serious(page)).toEqual([]);
    expect((await saved(page, 'SVG')).bytes.length).toBeGreaterThan(10_000);
    const box = await dialogOf(page).boundingBox();
    expect((box?.x ?? -1) >= 0 && (box?.x ?? 0) + (box?.width ?? 0) <= phone.width).toBe(true);
  });
});
