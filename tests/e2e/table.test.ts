// The table twin: virtual over thousands of rows, filtered, walked and selected by key, in step with the canvas, saved as CSV.
import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import type { Locator } from 'playwright-core';
import { expect, it } from 'vitest';
import { serious } from './axe.ts';
import { desk, phone } from './browser.ts';
import { describeInBrowser, drawnCounts, openReady, panelOf, settled, stageOf } from './pages.ts';
import { startServer } from './server.ts';

const many = 10_000;

/** The bundled case beside thousands of people without a position. */
async function withMany() {
  const server = await startServer({ env: { HEARSAY_GRAPH_NODES: '20000' } });
  const response = await fetch(`${server.address}/api/articles`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      format: 'hearsay-entities/1',
      entities: Array.from({ length: many }, (_, index) => ({
        type: 'Person',
        key: `person:one-${String(index).padStart(5, '0')}`,
        name: `Somebody ${String(index).padStart(5, '0')}`,
      })),
      relations: [],
    }),
  });
  if (!response.ok) throw new Error(await response.text());
  return server;
}

describeInBrowser('the tables', () => {
  it('share the selection with the canvas both ways, several nodes too, by key alone', async () => {
    const page = await openReady('/?tab=table&node=country:hu');
    const grid = page.getByRole('grid', { name: 'Nodes' });
    const selected = () => grid.locator('tr[aria-selected="true"] .cell-name').allTextContents();
    expect((await selected()).map((name) => name.trim())).toEqual(['Hungary']);
    await grid.focus();
    await page.keyboard.press('Shift+ArrowDown');
    await page.keyboard.press('Shift+ArrowDown');
    await panelOf(page).getByRole('heading', { level: 2, name: '3 nodes selected' }).waitFor();
    // Space takes the one that the keys are on out again.
    await page.keyboard.press('Space');
    await panelOf(page).getByRole('heading', { level: 2, name: '2 nodes selected' }).waitFor();
    const two = await selected();
    expect(two).toHaveLength(2);
    expect(await serious(page)).toEqual([]);
    await page.keyboard.press('1');
    await stageOf(page).waitFor();
    await settled(page);
    await panelOf(page).getByRole('heading', { level: 2, name: '2 nodes selected' }).waitFor();
    await page.keyboard.press('4');
    expect(await selected()).toEqual(two);
    await page.keyboard.press('Escape');
    await expect.poll(selected).toEqual([]);
  });

  it.each([
    ['desk', desk],
    ['phone', phone],
  ] as const)('show every position of an actor in full on a %s', async (_, viewport) => {
    const page = await openReady('/?tab=table', { viewport });
    const row = page.getByRole('row').filter({ has: page.getByText('Belgium', { exact: true }) });
    const positions = row.locator('.cell-stance');
    await expect.poll(() => positions.count()).toBeGreaterThan(1);
    const box = await row.locator('.col-stance').boundingBox();
    for (const position of await positions.all()) {
      const own = await position.boundingBox();
      expect(own?.y).toBeGreaterThanOrEqual(box?.y ?? Number.POSITIVE_INFINITY);
      expect((own?.y ?? 0) + (own?.height ?? 0)).toBeLessThanOrEqual((box?.y ?? 0) + (box?.height ?? 0));
      await expect.poll(() => position.evaluate((one) => one.scrollWidth <= one.clientWidth)).toBe(true);
    }
  });

  it('keep the name while the metrics are scrolled to', async () => {
    const page = await openReady('/?tab=table&columns=pagerank,betweenness,community,component');
    const grid = page.getByRole('grid', { name: 'Nodes' });
    await grid.focus();
    await page.keyboard.press('End');
    const frame = await page.locator('.table-scroll').boundingBox();
    const name = await grid.getByRole('columnheader', { name: 'Name' }).boundingBox();
    const last = await grid.getByRole('columnheader', { name: 'Last' }).boundingBox();
    expect(name?.x).toBe(frame?.x);
    expect((last?.x ?? 0) + (last?.width ?? 0)).toBeLessThanOrEqual((frame?.x ?? 0) + (frame?.width ?? 0) + 1);
  });

  it('show every relation whole on a phone, where the table scrolls sideways to its origins', async () => {
    const page = await openReady('/?tab=table', { viewport: phone });
    await page.getByRole('button', { name: /^Relations \d+$/ }).click();
    const cells = page.getByRole('grid', { name: 'Relations' }).locator('td.col-relation');
    await cells.filter({ hasText: 'Holds office in' }).first().waitFor();
    await cells.filter({ hasText: 'Is noncommittal on' }).first().waitFor();
    const cut = (all: Element[]) =>
      all.filter((one) => one.scrollWidth > one.clientWidth).map((one) => one.textContent);
    await expect.poll(() => cells.evaluateAll(cut)).toEqual([]);
    const badge = page.locator('td.col-origins .origin-badge').first();
    await badge.scrollIntoViewIfNeeded();
    const box = await badge.boundingBox();
    expect((box?.x ?? 0) + (box?.width ?? 999)).toBeLessThanOrEqual(phone.width);
    await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(phone.width);
  });

  it('show the longest position whole on a phone, with its badge', async () => {
    const page = await openReady('/?tab=table', { viewport: phone });
    const row = page.getByRole('grid', { name: 'Nodes' }).getByRole('row', { name: /Hesitant NATO members/ });
    const cell = row.locator('.col-stance');
    await expect.poll(() => cell.textContent()).toContain('Noncommittal');
    await expect.poll(() => cell.evaluate((element) => element.scrollWidth <= element.clientWidth)).toBe(true);
    await expect.poll(() => cell.textContent()).toContain('1–1');
  });

  it('select a range with Shift and a click, and one more with Ctrl', async () => {
    const page = await openReady('/?tab=table');
    const rows = page.getByRole('grid', { name: 'Nodes' }).locator('tbody tr');
    await rows.nth(1).click();
    await rows.nth(4).click({ modifiers: ['Shift'] });
    await panelOf(page).getByRole('heading', { level: 2, name: '4 nodes selected' }).waitFor();
    await rows.nth(6).click({ modifiers: ['Control'] });
    await panelOf(page).getByRole('heading', { level: 2, name: '5 nodes selected' }).waitFor();
  });

  it('have what the canvas has, find rows by text whatever the accents, and save them as CSV', async () => {
    const page = await openReady('/?all=1');
    const { nodes, edges } = await drawnCounts(page);
    await page.keyboard.press('4');
    const grid = page.getByRole('grid', { name: 'Nodes' });
    await expect.poll(() => grid.getAttribute('aria-rowcount')).toBe(String(nodes + 1));
    await page.getByRole('textbox', { name: 'Filter nodes by text' }).fill('orban PERSON');
    await expect.poll(() => grid.locator('tbody tr').count()).toBe(1);
    await page.getByText(`1 of ${nodes} rows`).waitFor();
    const [saved] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Save as CSV' }).click(),
    ]);
    expect(saved.suggestedFilename()).toBe('nodes.csv');
    const [head, line, ...rest] = readFileSync(await saved.path(), 'utf8')
      .trim()
      .split('\r\n');
    expect(head).toMatch(/^Key,Name,Type,Position on .*,Relations,First,Last$/);
    expect(line).toMatch(/^person:viktor-orban,Viktor Orbán,Person,/);
    expect(rest).toEqual([]);
    await page.getByRole('textbox', { name: 'Filter nodes by text' }).fill('nobody of this name');
    await page.getByText(`None of the ${nodes} rows holds “nobody of this name”`).waitFor();
    await page.getByRole('button', { name: 'Show all rows' }).click();
    await page
      .locator('main')
      .getByRole('button', { name: /^Relations \d/ })
      .click();
    await expect
      .poll(() => page.getByRole('grid', { name: 'Relations' }).getAttribute('aria-rowcount'))
      .toBe(String(edges + 1));
  });
});

describeInBrowser('metrics in the table', () => {
  it('become columns by key, sort with the largest first, go into the file, and come back from the address', async () => {
    const page = await openReady('/?tab=table');
    const grid = page.getByRole('grid', { name: 'Nodes' });
    await page.getByRole('button', { name: 'Columns' }).focus();
    await page.keyboard.press('Enter');
    const choice = page.getByRole('group', { name: 'Metrics of what is shown' });
    await choice.waitFor();
    expect(await serious(page)).toEqual([]);
    // PageRank has the focus; two on is the community.
    await page.keyboard.press('Space');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    await page.keyboard.press('Escape');
    await choice.waitFor({ state: 'hidden' });
    await page.waitForURL(/columns=pagerank%2Ccommunity/);
    await expect
      .poll(() => grid.getByRole('columnheader').allTextContents())
      .toEqual(expect.arrayContaining(['PageRank ', 'Community ']));
    await expect.poll(() => grid.locator('tbody td.col-pagerank').first().textContent()).toMatch(/^0\.\d+$/);
    expect(await serious(page)).toEqual([]);
    await grid.getByRole('button', { name: 'PageRank' }).click();
    await expect
      .poll(() => grid.getByRole('columnheader', { name: 'PageRank' }).getAttribute('aria-sort'))
      .toBe('descending');
    const shares = (await grid.locator('tbody td.col-pagerank').allTextContents()).map(Number);
    expect(shares.length).toBeGreaterThan(5);
    expect(shares).toEqual([...shares].sort((a, b) => b - a));
    const [saved] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Save as CSV' }).click(),
    ]);
    const rows: { PageRank: string }[] = parse(readFileSync(await saved.path(), 'utf8'), { bom: true, columns: true });
    const sum = rows.reduce((all, row) => all + Number(row.PageRank), 0);
    expect(sum).toBeCloseTo(1, 3);
    // The largest community first: the first press of its header.
    await grid.getByRole('button', { name: 'Community' }).click();
    await expect.poll(() => grid.locator('tbody td.col-community').first().textContent()).toMatch(/^1 Around /);
    await page.reload();
    await expect.poll(() => grid.locator('tbody td.col-pagerank').first().textContent()).toMatch(/^0\.\d+$/);
  });

  it('have room of their own on a phone, where the table scrolls sideways', async () => {
    const page = await openReady('/?tab=table&columns=pagerank,betweenness,community,component', { viewport: phone });
    const grid = page.getByRole('grid', { name: 'Nodes' });
    await expect.poll(() => grid.locator('tbody td.col-community').first().textContent()).toMatch(/^\d+ Around /);
    const name = await grid.getByRole('columnheader', { name: 'Name' }).boundingBox();
    expect(name?.width).toBeGreaterThan(80);
    // The arrow leads to the last of them, which comes into sight.
    await grid.focus();
    const last = grid.locator('td.col-component.active');
    for (let step = 0; step < 9 && (await last.count()) === 0; step++) await page.keyboard.press('ArrowRight');
    await expect.poll(() => page.locator('.table-scroll').evaluate((frame) => frame.scrollLeft)).toBeGreaterThan(0);
    const right = await last.evaluate((cell) => cell.getBoundingClientRect().right);
    expect(right).toBeLessThanOrEqual(phone.width + 1);
    await page.getByRole('button', { name: 'Columns' }).click();
    const box = await page.locator('#columns-popover').boundingBox();
    expect(box?.x).toBeGreaterThanOrEqual(0);
    expect((box?.x ?? 0) + (box?.width ?? 999)).toBeLessThanOrEqual(phone.width);
    const inBar = await page.locator('.table-bar').evaluate((bar) => bar.scrollWidth <= bar.clientWidth);
    expect(inBar).toBe(true);
  });
});

describeInBrowser(
  'a table of ten thousand rows',
  () => {
    it('says that betweenness is estimated, in the header and the cells', async () => {
      const page = await openReady('/?tab=table&all=1&columns=betweenness');
      const grid = page.getByRole('grid', { name: 'Nodes' });
      await grid.getByRole('button', { name: 'Betweenness, estimated' }).click();
      await expect.poll(() => grid.locator('tbody td.col-betweenness').first().textContent()).toMatch(/^≈ 0\.\d+$/);
    });

    it('draws only what is in sight, to its very end', { timeout: 120_000 }, async () => {
      const page = await openReady('/?tab=table&all=1');
      const grid = page.getByRole('grid', { name: 'Nodes' });
      const total = Number(await grid.getAttribute('aria-rowcount'));
      expect(total).toBeGreaterThan(many);
      await grid.getByRole('button', { name: 'Name' }).click();
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Control+ArrowDown');
      const last = grid.locator(`tr[aria-rowindex="${total}"]`);
      await expect.poll(() => last.locator('td.active').count()).toBe(1);
      await expect.poll(() => grid.locator('tbody tr').count()).toBeLessThan(100);
      // The last row is whole, above the lower edge of its frame.
      const bottom = async (of: Locator) => {
        const box = await of.boundingBox();
        return (box?.y ?? 0) + (box?.height ?? 0);
      };
      const frame = await bottom(page.locator('.table-scroll'));
      await expect.poll(() => bottom(last)).toBeLessThanOrEqual(frame + 1);
      await page.keyboard.press('PageUp');
      await expect.poll(() => grid.getAttribute('aria-activedescendant')).toMatch(/-\d+-0$/);
      await page.getByRole('textbox', { name: 'Filter nodes by text' }).fill('somebody 09999');
      await expect.poll(() => grid.getAttribute('aria-rowcount')).toBe('2');
    });
  },
  withMany,
);
