// Expanding page by page, of a hub with thousands of relations too, and collapsing what an expansion added.
import { expect, it } from 'vitest';
import { serious } from './axe.ts';
import { describeInBrowser, drawnCounts, openReady, panelOf, settled, stageOf } from './pages.ts';
import { startServer } from './server.ts';

const hub = 'organization:hub';
const members = 3000;

/** The bundled case beside an organization with thousands of members. */
async function withHub() {
  const server = await startServer();
  const keys = Array.from({ length: members }, (_, index) => `person:member-${String(index).padStart(4, '0')}`);
  const response = await fetch(`${server.address}/api/articles`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      format: 'hearsay-entities/1',
      entities: [
        { type: 'Organization', key: hub, name: 'Hub of thousands' },
        ...keys.map((key, index) => ({ type: 'Person', key, name: `Member ${index}` })),
      ],
      relations: keys.map((start) => ({ type: 'MEMBER_OF', start, end: hub })),
    }),
  });
  if (!response.ok) throw new Error(await response.text());
  return server;
}

describeInBrowser(
  'expanding',
  () => {
    it('brings a hub’s neighbours in pages, says how many remain, and takes them off again', {
      timeout: 90_000,
    }, async () => {
      const page = await openReady(`/?node=${hub}`);
      const panel = panelOf(page);
      const nodes = () => drawnCounts(page).then((drawn) => drawn.nodes);
      const before = await nodes();
      await panel.getByText('Expand: 3,000 relations not on the canvas').click();
      await panel.getByRole('button', { name: 'Add has as member' }).click();
      await page.getByText('Added 25 nodes around Hub of thousands. 2,975 relations more: expand again.').waitFor();
      // With the hub itself, which was not on the canvas.
      await expect.poll(nodes).toBe(before + 26);
      await panel.getByRole('combobox', { name: 'Add at most' }).selectOption('500');
      await panel.getByRole('button', { name: 'Add has as member' }).click();
      await page.getByText('Added 500 nodes around Hub of thousands. 2,475 relations more: expand again.').waitFor();
      await expect.poll(nodes).toBe(before + 526);
      await expect
        .poll(() => panel.getByRole('list', { name: 'Expansions' }).getByRole('listitem').allTextContents())
        .toEqual(['Expanded: has as member 2,475 more to come525 nodesCollapse']);
      expect(await serious(page)).toEqual([]);
      await panel.getByRole('button', { name: 'Collapse has as member' }).click();
      await page.getByText('Took 525 nodes off the canvas.').waitFor();
      await expect.poll(nodes).toBe(before + 1);
      await stageOf(page).focus();
      await page.keyboard.press('Control+z');
      await expect.poll(nodes).toBe(before + 526);
    });

    it('collapses with Shift+E all but what is used elsewhere, and begins anew afterwards', async () => {
      const page = await openReady('/?node=country:hu');
      const nodes = () => drawnCounts(page).then((drawn) => drawn.nodes);
      const before = await nodes();
      await stageOf(page).focus();
      await page.keyboard.press('e');
      await page.getByText(/^Added \d+ nodes? around Hungary/).waitFor();
      const grown = await nodes();
      // One of those that came is asked for by name: it stays.
      const kept = 'plan:eu-military-aid-funding';
      expect(new URL(page.url()).searchParams.get('add')).toContain(kept);
      await page.keyboard.press('/');
      await page.keyboard.type('EU funding for military');
      await page.getByRole('listbox', { name: 'Search: results' }).getByRole('option').first().waitFor();
      await page.keyboard.press('Enter');
      await page.waitForURL(new RegExp(`node=${encodeURIComponent(kept)}`));
      await page.goBack();
      await page.waitForURL(/node=country%3Ahu/);
      await settled(page);
      await page.keyboard.press('Shift+E');
      await page.getByText(/^Took \d+ nodes? off the canvas\./).waitFor();
      await expect.poll(nodes).toBe(before + 1);
      expect(grown).toBeGreaterThan(before + 1);
      await page.keyboard.press('e');
      await expect.poll(nodes).toBe(grown);
      await page.keyboard.press('Escape');
      await page.keyboard.press('Shift+E');
      await page.getByText('Select a node first, then press the key again to collapse it.').waitFor();
    });

    it('collapses in one what expanding several at once added, in the panel and with Shift+E', async () => {
      const page = await openReady('/?select=country:hu,country:sk');
      const nodes = () => drawnCounts(page).then((drawn) => drawn.nodes);
      const panel = panelOf(page);
      await panel.getByRole('heading', { level: 2, name: '2 nodes selected' }).waitFor();
      const before = await nodes();
      await expect.poll(() => panel.getByRole('button', { name: 'Collapse' }).count()).toBe(0);
      await panel.getByRole('button', { name: 'Expand all' }).click();
      await page.getByText(/^Added \d+ nodes? around 2 nodes/).waitFor();
      const grown = await nodes();
      expect(grown).toBeGreaterThan(before);
      await panel.getByRole('button', { name: 'Collapse' }).click();
      await page.getByText(`Took ${grown - before} nodes off the canvas.`).waitFor();
      await expect.poll(nodes).toBe(before);
      await stageOf(page).focus();
      await page.keyboard.press('Control+z');
      await expect.poll(nodes).toBe(grown);
      await page.keyboard.press('Shift+E');
      await expect.poll(nodes).toBe(before);
      await page.keyboard.press('Shift+E');
      await page.getByText('The selected nodes were not expanded together since the page was opened.').waitFor();
    });
  },
  withHub,
);
