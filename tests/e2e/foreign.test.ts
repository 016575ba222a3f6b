// The page on a real Neo4j that holds another model, with labels and types that mean something else in Hearsay's own.
import neo4j, { type Driver } from 'neo4j-driver';
import { afterAll, describe, expect, it } from 'vitest';
import type { GraphView } from '../../server/schema/view.ts';
import { emptyNeo4j } from '../contract/empty-neo4j.ts';
import { type LaunchedNeo4j, launchNeo4j, whyNot } from '../neo4j/launch.ts';
import { openWorkspace, rowsOf, run } from './cypher-page.ts';
import { drop } from './drop.ts';
import { ask, describeInBrowser, drawnCounts, facetsOf, openReady, panelOf, railOf } from './pages.ts';
import { type RunningServer, startServer } from './server.ts';

const missing = await whyNot();
if (missing && process.env.CI) throw new Error(`In CI the tests on Neo4j must run: ${missing}.`);

/** A committee with its members, each of whom votes on two bills; a Plan and an Article that are none of Hearsay's. */
const theirs = [
  "CREATE (:Committee {committeeName: 'Ways and Means', text: 'Taxes and more', description: 'The oldest committee'})",
  "MATCH (c:Committee) UNWIND range(1, 12) AS i CREATE (:Legislator {bioguideID: 'L' + (100 + i), party: CASE i % 2 WHEN 0 THEN 'D' ELSE 'R' END})-[:MEMBER_OF {role: 'Member ' + i}]->(c)",
  "UNWIND range(1, 4) AS i CREATE (:Bill {billID: 'hr' + i + '-114', pages: i})",
  'MATCH (l:Legislator), (b:Bill) WHERE toInteger(right(l.bioguideID, 2)) % 4 + 1 = b.pages CREATE (l)-[:SUPPORTS {articles: 3}]->(b)',
  "MATCH (b:Bill {billID: 'hr1-114'}) CREATE (b)-[:CITES]->(:Plan {title: 'Łódź plan', url: 'https://example.org/plan'}), (b)-[:NEAR]->(:Article {title: 'Section 1'})",
];
const counted = 'MATCH (n) OPTIONAL MATCH (n)-[r]->() RETURN count(DISTINCT n) AS nodes, count(r) AS relations';
const schemaOf = [
  'SHOW INDEXES YIELD name, type RETURN collect([name, type]) AS all',
  'SHOW CONSTRAINTS YIELD name RETURN collect(name) AS all',
];

const patience = { timeout: 15_000 };

describe.skipIf(missing !== undefined)(missing ? `another model (skipped: ${missing})` : 'another model', () => {
  let database: LaunchedNeo4j | undefined;
  let driver: Driver | undefined;
  afterAll(async () => {
    await driver?.close();
    await database?.stop();
  });
  const serve = (env: Record<string, string>) => async (): Promise<RunningServer> => {
    database ??= await launchNeo4j();
    await emptyNeo4j({ uri: database.uri, launched: true });
    driver ??= neo4j.driver(database.uri);
    for (const text of theirs) await driver.executeQuery(text);
    return startServer({ env: { NEO4J_URI: database.uri, ...env } });
  };
  const owner = async (text: string) => (await driver?.executeQuery(text))?.records.map((record) => record.toObject());
  const everything = async () =>
    JSON.stringify([await owner(counted), await owner(schemaOf[0] ?? ''), await owner(schemaOf[1] ?? '')]);

  describeInBrowser(
    'read-only, with fewer nodes on the canvas than there are',
    () => {
      it('is searched, filtered, expanded, walked and tabled by its own names, and stays as it was', async () => {
        const before = await everything();
        const page = await openReady();
        const graph = await ask<GraphView>('/api/graph');
        expect(graph.truncated).toBe(true);
        expect(await drawnCounts(page)).toEqual({ nodes: graph.nodes.length, edges: graph.edges.length });
        await page.getByText(/the most connected of 19 nodes/).waitFor();
        await expect.poll(() => railOf(page).textContent()).toContain('nothing is written to it');
        await drop(page, [{ name: 'report.txt', text: 'Hungary opposes it.' }]);
        const adding = page.getByRole('dialog', { name: 'Add articles' });
        await adding.getByText('This database belongs to somebody else: nothing is written to it.').waitFor();
        await expect.poll(() => adding.getByRole('button').allTextContents()).toEqual(['']);
        await page.keyboard.press('Escape');
        for (const group of ['Stance', 'Plan']) expect(await facetsOf(page, group), group).toEqual([]);
        const relations = await facetsOf(page, 'Relations');
        expect(relations.some((line) => line.startsWith('Supports'))).toBe(true);

        // An id is found, and the panel has its own properties under their own names.
        await page.keyboard.press('/');
        await page.keyboard.type('l103');
        await page.keyboard.press('Enter');
        await panelOf(page).getByRole('heading', { level: 2, name: 'L103' }).waitFor();
        await panelOf(page).getByText('bioguideID', { exact: true }).waitFor();
        await expect.poll(() => panelOf(page).textContent()).not.toMatch(/evidence|article|origin|grade|what if/i);

        // What expanding adds is counted before, by type and direction.
        await page.keyboard.press('/');
        await page.keyboard.type('ways and means');
        await page.keyboard.press('Enter');
        await panelOf(page).getByRole('heading', { level: 2, name: 'Ways and Means' }).waitFor();
        await panelOf(page).getByText('Taxes and more').waitFor();
        await panelOf(page)
          .getByText(/^Expand: \d+ relations? not on the canvas/)
          .click();
        await expect
          .poll(() => panelOf(page).locator('details.expand li').first().textContent())
          .toMatch(/Has as member\d+ of 12/);
        await panelOf(page).getByRole('button', { name: 'Add has as member' }).click();
        await expect.poll(() => facetsOf(page, 'Label'), patience).toContain('Legislator 12');
        await panelOf(page).getByText('All of its relations are on the canvas.').waitFor();
        await expect.poll(() => panelOf(page).textContent()).toContain('Member 7');

        // A label is switched off and on.
        const { nodes } = await drawnCounts(page);
        const legislators = railOf(page).getByRole('checkbox', { name: /Legislator/ });
        await legislators.uncheck();
        await expect.poll(async () => (await drawnCounts(page)).nodes, patience).toBeLessThan(nodes);
        await page.keyboard.press('Control+z');
        await expect.poll(async () => (await drawnCounts(page)).nodes, patience).toBe(nodes);

        // The way to another node.
        await panelOf(page).getByRole('button', { name: 'Path from here' }).click();
        await page.getByRole('combobox', { name: 'To', exact: true }).fill('lodz');
        await page.getByRole('option', { name: /Łódź plan/ }).click();
        await page.getByRole('button', { name: 'Find', exact: true }).click();
        await page.locator('.path-steps li').first().waitFor();
        const steps = await page.locator('.path-steps').first().locator('.node-link').allTextContents();
        expect(steps[0]).toBe('Ways and Means');
        expect(steps.at(-1)).toBe('Łódź plan');
        expect(steps).toContain('hr1-114');

        await page.getByRole('button', { name: 'Table' }).first().click();
        const table = page.getByRole('grid', { name: 'Nodes' });
        await expect
          .poll(() => table.getByRole('columnheader').allTextContents())
          .toEqual(expect.arrayContaining([expect.stringMatching(/^Name/), expect.stringMatching(/^Label/)]));
        await expect.poll(() => table.textContent()).toContain('Łódź plan');

        // Labels of Hearsay's own names are plain ones here.
        const plan = graph.nodes.find(({ labels }) => labels[0] === 'Plan')?.key;
        const key = plan ?? (await ask<{ rows: { key: string }[] }>('/api/search?q=lodz')).rows[0]?.key ?? '';
        await page.goto(`${page.url().split('?')[0]}?node=${encodeURIComponent(key)}`);
        await panelOf(page).getByRole('heading', { level: 2, name: 'Łódź plan' }).waitFor();
        await panelOf(page)
          .getByRole('link', { name: /example\.org/ })
          .waitFor();
        await expect.poll(() => panelOf(page).textContent()).not.toContain('position');
        expect(await everything()).toBe(before);
      }, 90_000);

      it('saves no view, and says that the address holds it', async () => {
        const page = await openReady();
        await page.keyboard.press('v');
        const dialog = page.getByRole('dialog', { name: 'Saved views' });
        await dialog.getByText(/belongs to somebody else, so nothing is saved in it/).waitFor();
        await dialog.getByRole('button', { name: 'Copy the address of this page' }).waitFor();
        await expect.poll(() => dialog.getByRole('button', { name: /^Save|New story/ }).count()).toBe(0);
      });

      it('is asked in Cypher, with its schema, and takes no write', async () => {
        const before = await everything();
        const page = await openWorkspace();
        await run(
          page,
          'MATCH (b:Bill)<-[s:SUPPORTS]-(l) RETURN b, s, l ORDER BY b.billID, l.bioguideID LIMIT 1',
          60_000,
        );
        expect((await rowsOf(page))[0]?.join(' ')).toMatch(/hr1-114.*SUPPORTS.*L104/);
        await expect.poll(() => page.getByText('Let the next run write').count()).toBe(0);
        await page.getByRole('button', { name: 'Schema' }).click();
        const schema = page.getByRole('region', { name: 'Schema' });
        await schema.getByText('billID', { exact: true }).first().waitFor();
        await expect.poll(() => schema.textContent()).toContain('MEMBER_OF');
        expect(await everything()).toBe(before);
      }, 90_000);
    },
    serve({ HEARSAY_GRAPH_NODES: '12' }),
  );

  describeInBrowser(
    'with writes by typed Cypher allowed',
    () => {
      it('changes what a run says that was switched on for it, and only that', async () => {
        const before = await everything();
        const page = await openWorkspace();
        await expect.poll(() => railOf(page).count()).toBeLessThanOrEqual(1);
        const create = "CREATE (n:Bill {billID: 'hr5-114'}) RETURN n.billID AS id";
        await page.getByText('Let the next run write').click();
        await run(page, create, 60_000);
        expect((await rowsOf(page))[0]?.join(' ')).toContain('hr5-114');
        await page.getByText('Let the next run write').waitFor();
        expect(
          await owner("MATCH (n:Bill {billID: 'hr5-114'}) RETURN labels(n) AS labels, properties(n) AS p"),
        ).toEqual([{ labels: ['Bill'], p: { billID: 'hr5-114' } }]);
        await owner("MATCH (n:Bill {billID: 'hr5-114'}) DELETE n");
        expect(await everything()).toBe(before);
      }, 90_000);
    },
    serve({ HEARSAY_QUERY_WRITES: 'yes' }),
  );
});
