// Another model in the embedded engine: searched, expanded and tabled by its own names, and more of it shown when asked for.
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import type { GraphView, NodeDetail, SearchResult } from '../../server/schema/view.ts';
import { serious } from './axe.ts';
import { phone } from './browser.ts';
import { serveShop, shopNodes } from './foreign-shop.ts';
import {
  ask,
  describeInBrowser,
  drawnCounts,
  facetsOf,
  openReady,
  panelOf,
  railOf,
  ready,
  served,
  settled,
  tabTo,
} from './pages.ts';

const patience = { timeout: 20_000 };
const countsOf = ({ nodes, edges }: GraphView) => ({ nodes: nodes.length, edges: edges.length });
const nodesIn = (page: Page) => new URL(page.url()).searchParams.get('nodes');
const more = (page: Page, nodes: string) => page.getByRole('button', { name: `show up to ${nodes}`, exact: true });

describeInBrowser(
  'another model, of which a part opens',
  () => {
    it('shows more of it in steps up to the display limit, each in the address and taken back by undo', async () => {
      const page = await openReady();
      const [first, thousand, most] = [
        await ask<GraphView>('/api/graph'),
        await ask<GraphView>('/api/graph?limit=1000'),
        await ask<GraphView>('/api/graph?limit=1500'),
      ].map(countsOf);
      expect(first?.nodes).toBeLessThanOrEqual(300);
      expect(thousand?.nodes).toBeGreaterThan(300);
      expect(most?.nodes).toBeGreaterThan(1000);
      expect(await drawnCounts(page)).toEqual(first);
      await page.getByText(`the most connected of ${shopNodes.toLocaleString('en')} nodes`).waitFor();

      // With the keyboard alone.
      await tabTo(page, more(page, '1,000'));
      await page.keyboard.press('Enter');
      await expect.poll(() => drawnCounts(page), patience).toEqual(thousand);
      expect(nodesIn(page)).toBe('1000');
      await more(page, '1,500').click();
      await expect.poll(() => drawnCounts(page), patience).toEqual(most);
      expect(nodesIn(page)).toBe('1500');
      // No more than that is drawn at once: what is left is the label to leave out.
      await settled(page);
      await expect.poll(() => page.getByRole('button', { name: /^show up to/ }).count()).toBe(0);
      await page.getByRole('button', { name: 'leave out Order (1,500)' }).waitFor();

      await page.keyboard.press('Control+z');
      await expect.poll(() => drawnCounts(page), patience).toEqual(thousand);
      await page.getByRole('button', { name: 'Show as many nodes as at first' }).click();
      await expect.poll(() => drawnCounts(page), patience).toEqual(first);
      expect(nodesIn(page)).toBeNull();
      await page.keyboard.press('Control+z');
      await expect.poll(() => drawnCounts(page), patience).toEqual(thousand);
      await settled(page);
      await page.reload();
      await ready(page);
      await expect.poll(() => drawnCounts(page), patience).toEqual(thousand);
    }, 90_000);

    it('says of an address that asks for more than is drawn at once which filter helps', async () => {
      const page = await openReady('/?nodes=5000');
      await page
        .getByText(
          '5,000 nodes were asked for, and at most 1,500 are drawn at once here. Leave out a label under Filters, such as Order (1,500), to make room for the others.',
        )
        .waitFor();
      expect(await drawnCounts(page)).toEqual(countsOf(await ask<GraphView>('/api/graph?limit=1500')));
      expect(nodesIn(page)).toBe('1500');
      // It does help: what had no room is there then.
      await railOf(page)
        .getByRole('checkbox', { name: /^Order/ })
        .uncheck();
      await expect.poll(() => facetsOf(page, 'Label'), patience).toContain('Customer 900');
      expect(await facetsOf(page, 'Label')).toContain('Product 240');
    }, 60_000);

    it('is searched, expanded and tabled', async () => {
      const page = await openReady();
      const [found] = (await ask<SearchResult>('/api/search?q=lamp%2061')).rows;
      expect(found?.name).toBe('Lamp 61');
      const { degree } = await ask<NodeDetail>(`/api/nodes/${encodeURIComponent(found?.key ?? '')}`);
      const orders = degree.find(({ type }) => type === 'CONTAINS')?.count ?? 0;
      expect(orders).toBeGreaterThan(5);
      await page.keyboard.press('/');
      await page.keyboard.type('lamp 61');
      await page.getByRole('option', { name: /Lamp 61/ }).waitFor();
      await page.keyboard.press('Enter');
      await panelOf(page).getByRole('heading', { level: 2, name: 'Lamp 61' }).waitFor();
      await panelOf(page).getByText('productName', { exact: true }).waitFor();
      await expect.poll(() => panelOf(page).textContent()).not.toMatch(/evidence|article|origin|grade|what if/i);

      await page.keyboard.press('e');
      await panelOf(page).getByText('All of its relations are on the canvas.').waitFor();
      await page.getByRole('button', { name: 'Table' }).first().click();
      const table = page.getByRole('grid', { name: 'Nodes' });
      await page.getByRole('textbox', { name: 'Filter nodes by text' }).fill('Lamp 61');
      const row = table.getByRole('row').filter({ hasText: 'Lamp 61' });
      await row.waitFor();
      await expect.poll(() => row.textContent()).toContain('Product');
      await expect.poll(() => row.textContent()).toContain(String(orders));
    }, 60_000);

    it.each(['light', 'dark'] as const)(
      'can be used by everybody, on a phone too, in the %s theme',
      async (theme) => {
        for (const viewport of [undefined, phone]) {
          const page = await openReady('/?nodes=1000', { colorScheme: theme, ...(viewport && { viewport }) });
          await more(page, '1,500').waitFor();
          expect(await serious(page)).toEqual([]);
          const cut = await page.locator('.canvas-count').evaluate((e) => e.scrollWidth > e.clientWidth);
          expect(cut).toBe(false);
        }
        expect(served().running()).toBe(true);
      },
      60_000,
    );
  },
  () => serveShop({ HEARSAY_GRAPH_NODES: '1500' }),
);
