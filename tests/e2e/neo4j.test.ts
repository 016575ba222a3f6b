// The same page on a real Neo4j: the same counts as on the embedded engine, and somebody else's database as a plain graph.
import neo4j from 'neo4j-driver';
import type { Page } from 'playwright-core';
import { afterAll, describe, expect, it } from 'vitest';
import type { GraphView } from '../../server/schema/view.ts';
import { emptyNeo4j } from '../contract/empty-neo4j.ts';
import { type LaunchedNeo4j, launchNeo4j, whyNot } from '../neo4j/launch.ts';
import {
  ask,
  describeInBrowser,
  drawnCounts,
  facetsOf,
  headingOf,
  openReady,
  panelOf,
  railOf,
  served,
  withServer,
} from './pages.ts';
import { type RunningServer, startServer } from './server.ts';

const missing = await whyNot();
if (missing && process.env.CI) throw new Error(`In CI the tests on Neo4j must run: ${missing}.`);
let database: LaunchedNeo4j | undefined;

/** A server on the Neo4j of this file, emptied and then filled by its owner before the server sees it. */
async function serveNeo4j(owner: readonly string[]): Promise<RunningServer> {
  database ??= await launchNeo4j();
  await emptyNeo4j({ uri: database.uri, launched: true });
  const driver = neo4j.driver(database.uri);
  for (const text of owner) await driver.executeQuery(text);
  await driver.close();
  return startServer({ env: { NEO4J_URI: database.uri } });
}

const foreign = [
  "CREATE (f:Film {title: 'Alphaville', year: 1965}), (k:Person {name: 'Anna Karina'}), (g:Person {name: 'Jean-Luc Godard'}) CREATE (k)-[:ACTED_IN]->(f), (g)-[:DIRECTED]->(f)",
];

/** Parts of the panel are fetched on their own: compared is what stands there when nothing is under way any more. */
async function samePanels(here: Page, there: Page): Promise<void> {
  for (const page of [here, there]) {
    await page.waitForLoadState('networkidle');
    await panelOf(page)
      .getByText(/in the ledger/i)
      .first()
      .waitFor();
  }
  await expect.poll(() => panelOf(here).textContent(), { timeout: 15_000 }).toBe(await panelOf(there).textContent());
}

describe.skipIf(missing !== undefined)(missing ? `on Neo4j (skipped: ${missing})` : 'on Neo4j', () => {
  afterAll(async () => {
    await database?.stop();
  });

  describeInBrowser(
    'the page on Neo4j',
    () => {
      it('shows the same counts, sentence and panel as on the embedded engine', async () => {
        await withServer(startServer, async (embedded) => {
          const [here, there] = [await openReady(), await openReady('/', { origin: embedded.address })];
          for (const group of ['Stance', 'Type', 'Plan'])
            expect(await facetsOf(here, group), group).toEqual(await facetsOf(there, group));
          expect(await drawnCounts(here)).toEqual(await drawnCounts(there));
          await samePanels(here, there);
          expect((await facetsOf(here, 'Stance')).length).toBe(4);
          await here.getByRole('button', { name: 'Keys' }).click();
          await expect.poll(() => here.getByRole('dialog').textContent()).toContain('on Neo4j 5.');
          const edge = '?edge=OPPOSES~country:hu~plan:nato-invitation';
          for (const [page, origin] of [
            [here, served().address],
            [there, embedded.address],
          ] as const) {
            await page.goto(`${origin}/${edge}`);
            await panelOf(page).locator('article.assertion').first().waitFor();
          }
          await samePanels(here, there);
        });
      });
    },
    () => serveNeo4j([]),
  );

  describeInBrowser(
    'the page on somebody else’s Neo4j',
    () => {
      it('is a plain graph, read-only, with its own labels and no stances', async () => {
        const page = await openReady();
        const graph = await ask<GraphView>('/api/graph');
        expect(await drawnCounts(page)).toEqual({ nodes: graph.nodes.length, edges: graph.edges.length });
        expect(await drawnCounts(page)).toEqual({ nodes: 3, edges: 2 });
        expect(await facetsOf(page, 'Label')).toEqual(['Person 2', 'Film 1']);
        await expect.poll(() => railOf(page).getByRole('note').textContent()).toContain('Read-only');
        await expect.poll(() => railOf(page).getByText('Stance', { exact: true }).count()).toBe(0);
        await expect
          .poll(() => page.getByRole('navigation', { name: 'Views' }).first().getByRole('button').allTextContents())
          .toEqual(['Graph', 'Table', 'Cypher']);
        await expect.poll(() => page.getByRole('region', { name: 'Timeline' }).count()).toBe(0);

        await page.keyboard.press('/');
        await page.keyboard.type('karina');
        await page.keyboard.press('Enter');
        await panelOf(page).getByRole('heading', { level: 2, name: 'Anna Karina' }).waitFor();
        await panelOf(page).getByRole('link', { name: 'Alphaville' }).click();
        await panelOf(page).getByRole('heading', { level: 2, name: 'Alphaville' }).waitFor();
        await expect
          .poll(() => panelOf(page).getByRole('heading', { level: 3 }).allTextContents())
          .toEqual(expect.arrayContaining([expect.stringMatching(/Acted in/), expect.stringMatching(/Directed/)]));
        await expect.poll(() => panelOf(page).textContent()).toContain('1965');
        await page.getByRole('button', { name: 'Table' }).first().click();
        await expect.poll(() => page.getByRole('grid', { name: 'Nodes' }).locator('tbody tr').count()).toBe(3);
        await expect.poll(() => headingOf(page).textContent()).toBe('Alphaville');
      });
    },
    () => serveNeo4j(foreign),
  );
});
