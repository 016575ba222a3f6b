// Two real tables, each loaded plainly under a model of its own: opened, searched, expanded, walked, asked, and left as they were.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { projectRoot } from '../../server/root.ts';
import type { DatabaseSchema } from '../../server/schema/cypher.ts';
import type { GraphView, Meta, Neighbours, NodeDetail, Paths, SearchResult } from '../../server/schema/view.ts';
import { type EngineSettings, type OpenedStore, openStore } from '../../server/store/open.ts';
import type { Value } from '../../server/store/port.ts';
import { type Api, serve } from './api.ts';
import { describeEngines, type TestEngine } from './engines.ts';
import { everythingIn, ownerWrites } from './foreign-owner.ts';
import { ask, plain, problem } from './query.ts';

const folder = join(projectRoot, '..', 'shared', 'datasets');
const why = existsSync(folder) ? '' : ' (skipped: the folder shared/datasets is not beside the project)';
const rowsOf = (name: string, most = Number.POSITIVE_INFINITY): string[][] =>
  (parse(readFileSync(join(folder, name)), { from_line: 2 }) as string[][]).slice(0, most);

type Write = readonly [text: string, parameters: Record<string, Value>];

/** (:Person | :Organization | :FederalAgency {name})-[:CONNECTED_TO {connection, sources}]->(…) */
function trumpworld(): Write[] {
  const rows = rowsOf('trumpworld.csv');
  const labels = ['Person', 'Organization', 'Federal Agency'];
  const ends = rows.flatMap(([typeA = '', a = '', typeB = '', b = '']) => [
    [typeA, a],
    [typeB, b],
  ]);
  const namesOf = (label: string): string[] => [
    ...new Set(ends.flatMap(([type, name]) => (type === label && name ? [name] : []))),
  ];
  const plainLabel = (label: string): string => label.replace(' ', '');
  const indexes = labels.map(
    (label): Write => [`CREATE INDEX ${plainLabel(label)}_name FOR (n:${plainLabel(label)}) ON (n.name)`, {}],
  );
  const nodes = labels.map(
    (label): Write => [`UNWIND $names AS name CREATE (:${plainLabel(label)} {name: name})`, { names: namesOf(label) }],
  );
  const writes = [...indexes, ...nodes];
  for (const from of labels)
    for (const to of labels) {
      const those = rows.filter(([typeA, , typeB]) => typeA === from && typeB === to);
      if (those.length === 0) continue;
      writes.push([
        `UNWIND $rows AS row MATCH (a:${plainLabel(from)} {name: row.a}) MATCH (b:${plainLabel(to)} {name: row.b}) CREATE (a)-[:CONNECTED_TO {connection: row.connection, sources: row.sources}]->(b)`,
        {
          rows: those.map(([, a = '', , b = '', connection = '', sources = '']) => ({ a, b, connection, sources })),
        },
      ]);
    }
  return writes;
}

/** (:Legislator {bioguideID})-[:VOTED {vote}]->(:Bill {billID}) */
function votes(most: number): Write[] {
  const rows = rowsOf('legis-votes.csv', most);
  const distinct = (at: number): string[] => [...new Set(rows.map((row) => row[at] ?? ''))];
  const batches: Write[] = [];
  for (let start = 0; start < rows.length; start += 5000)
    batches.push([
      'UNWIND $rows AS row MATCH (l:Legislator {bioguideID: row.l}) MATCH (b:Bill {billID: row.b}) CREATE (l)-[:VOTED {vote: row.vote}]->(b)',
      {
        rows: rows.slice(start, start + 5000).map(([l = '', b = '', vote = '']) => ({ l, b, vote })),
      },
    ]);
  return [
    ['CREATE INDEX legislator_id FOR (n:Legislator) ON (n.bioguideID)', {}],
    ['CREATE INDEX bill_id FOR (n:Bill) ON (n.billID)', {}],
    ['UNWIND $ids AS id CREATE (:Legislator {bioguideID: id})', { ids: distinct(0) }],
    ['UNWIND $ids AS id CREATE (:Bill {billID: id})', { ids: distinct(1) }],
    ...batches,
  ];
}

interface Opened {
  api: Api;
  close(): Promise<void>;
  settings: EngineSettings;
  before: unknown[];
}

async function opened(engine: TestEngine, writes: readonly Write[]): Promise<Opened> {
  const settings = await engine.settings();
  await ownerWrites(settings, writes);
  const before = await everythingIn(settings);
  const store: OpenedStore = await openStore(settings);
  const api = await serve(store);
  const close = async () => {
    await api.close();
    await store.close();
  };
  return { api, settings, before, close };
}

const of = (key: string): string => encodeURIComponent(key);
const single = async (api: Api, statement: string, parameters: Record<string, unknown> = {}) =>
  plain((await ask(api, statement, { parameters })).rows[0])[0];

describe.skipIf(why !== '')(`real tables under models of their own${why}`, () => {
  describeEngines('trumpworld', (engine) => {
    let there: Opened;
    let api: Api;
    beforeAll(async () => {
      there = await opened(engine, trumpworld());
      api = there.api;
    });
    // Whatever the tests read before, nothing in the database and its schema is other than it was.
    afterAll(async () => {
      await there?.close();
      if (there) expect(await everythingIn(there.settings)).toEqual(there.before);
    });
    const find = async (name: string, type: string) =>
      (await api.json<SearchResult>(`/api/search?q=${of(name)}&types=${type}`)).rows[0];

    it('is told by its own labels, types and captions', async () => {
      const meta = await api.json<Meta>('/api/meta');
      expect(meta).toMatchObject({
        model: 'foreign',
        writable: false,
        counts: { nodes: 2669, edges: 3380 },
        types: [{ type: 'CONNECTED_TO', count: 3380 }],
      });
      expect(meta.labels.map(({ label, count, captions }) => [label, count, captions?.[0]])).toEqual([
        ['FederalAgency', 14, ['name']],
        ['Organization', 2015, ['name']],
        ['Person', 640, ['name']],
      ]);
    });

    it('opens on the most connected of each label, joined, and says that there is more', async () => {
      const { nodes, edges, truncated } = await api.json<GraphView>('/api/graph');
      expect(truncated).toBe(true);
      expect(nodes.length).toBeLessThanOrEqual(300);
      expect(nodes.length).toBeGreaterThan(200);
      expect(edges.length).toBeGreaterThan(200);
      expect(edges.length).toBeLessThanOrEqual(900);
      expect(nodes.map(({ name }) => name)).toEqual(
        expect.arrayContaining(['DONALD J. TRUMP', 'WILBUR ROSS', 'MAR-A-LAGO CLUB, INC', 'THRIVE CAPITAL']),
      );
      if (engine.name === 'neo4j')
        expect(new Set(nodes.map(({ labels }) => labels[0]))).toEqual(
          new Set(['Person', 'Organization', 'FederalAgency']),
        );
      expect((await api.json<GraphView>('/api/graph')).nodes).toEqual(nodes);
      const more = await api.json<GraphView>('/api/graph?limit=1000');
      expect(more.nodes.length).toBeGreaterThan(nodes.length);
      expect(more.nodes.length).toBeLessThanOrEqual(1000);
      expect(more.truncated).toBe(true);
      const agencies = await api.json<GraphView>('/api/graph?types=FederalAgency');
      expect(agencies.nodes.map(({ labels }) => labels)).toEqual(Array(14).fill(['FederalAgency']));
      expect(agencies.truncated).toBe(false);
    });

    it('finds people and organizations by parts of their names', async () => {
      expect(await find('jared kushner', 'Person')).toMatchObject({ name: 'JARED KUSHNER', score: 4 });
      expect(await find('mar a lago', 'Organization')).toMatchObject({ name: 'MAR-A-LAGO CLUB, INC', score: 3 });
    });

    it('counts what expanding adds as Cypher does, and gives all of it', async () => {
      const trump = (await find('donald j trump', 'Person'))?.key ?? '';
      const { degree } = await api.json<NodeDetail>(`/api/nodes/${of(trump)}`);
      const counted = async (pattern: string) =>
        Number(
          await single(api, `MATCH ${pattern} WHERE t.name = $name RETURN count(r) AS n`, { name: 'DONALD J. TRUMP' }),
        );
      const out = await counted('(t:Person)-[r:CONNECTED_TO]->()');
      const into = await counted('(t:Person)<-[r:CONNECTED_TO]-()');
      expect(degree.map(({ direction, count }) => [direction, count])).toEqual([
        ['in', into],
        ['out', out],
      ]);
      let seen = 0;
      for (let cursor: string | null = ''; cursor !== null; ) {
        const page: Neighbours = await api.json(
          `/api/nodes/${of(trump)}/neighbours?limit=500${cursor && `&cursor=${cursor}`}`,
        );
        expect(page.total).toBe(into + out);
        seen += page.edges.length;
        cursor = page.next;
      }
      expect(seen).toBe(into + out);
    });

    it('finds the shortest paths between two people', async () => {
      const [from, to] = [await find('wilbur ross', 'Person'), await find('jared kushner', 'Person')];
      const found = await api.json<Paths>(`/api/paths?from=${of(from?.key ?? '')}&to=${of(to?.key ?? '')}&maxHops=6`);
      const length = await single(
        api,
        "MATCH p = shortestPath((a:Person {name: 'WILBUR ROSS'})-[*..6]-(b:Person {name: 'JARED KUSHNER'})) RETURN length(p) AS n",
      );
      expect(found.length).toBe(Number(length));
      const ends = found.paths.map(({ nodes }) => [nodes[0], nodes.at(-1)]);
      expect(ends.length).toBeGreaterThan(0);
      for (const pair of ends) expect(pair).toEqual([from?.key, to?.key]);
    });

    it('has a schema', async () => {
      const schema = await api.json<DatabaseSchema>('/api/schema');
      expect(schema.labels.map(({ name, count }) => [name, count])).toEqual([
        ['FederalAgency', 14],
        ['Organization', 2015],
        ['Person', 640],
      ]);
      expect(schema.relationTypes).toMatchObject([
        {
          name: 'CONNECTED_TO',
          properties: [
            { name: 'connection', types: ['String'] },
            { name: 'sources', types: ['String'] },
          ],
        },
      ]);
      const between = schema.relationTypes[0]?.between.find(
        ({ from, to }) => from === 'Person' && to === 'FederalAgency',
      );
      expect(between?.count).toBe(18);
    });

    it('takes no write', async () => {
      const statement = "CREATE (:Person {name: 'NOBODY'})";
      expect(await problem(api, statement, { mode: 'write' })).toMatchObject({ code: 'read-only' });
      expect(await problem(api, statement)).toMatchObject({ code: 'statement-refused' });
    });
  });

  describeEngines('5,000 roll-call votes', (engine) => {
    let there: Opened;
    let api: Api;
    beforeAll(async () => {
      there = await opened(engine, votes(5000));
      api = there.api;
    });
    afterAll(async () => {
      await there?.close();
      if (there) expect(await everythingIn(there.settings)).toEqual(there.before);
    });

    it('are called by the ids that they have, for want of names', async () => {
      const { labels } = await api.json<Meta>('/api/meta');
      expect(labels.map(({ label, captions }) => [label, captions?.[0]])).toEqual([
        ['Bill', ['billID']],
        ['Legislator', ['bioguideID']],
      ]);
    });

    it('open on some of both labels with no more relations than can be looked at', async () => {
      const { nodes, edges, truncated } = await api.json<GraphView>('/api/graph');
      expect(truncated).toBe(true);
      expect(edges.length).toBeLessThanOrEqual(900);
      expect(edges.length).toBeGreaterThan(100);
      expect(new Set(nodes.map(({ labels }) => labels[0]))).toEqual(new Set(['Bill', 'Legislator']));
      expect(nodes.some(({ name }) => /^[a-z]+\d+-114$/.test(name))).toBe(true);
      expect(nodes.some(({ name }) => /^[A-Z]\d{6}$/.test(name))).toBe(true);
    });

    it('are found by a bill’s id, with what was voted', async () => {
      const { rows } = await api.json<SearchResult>('/api/search?q=hres129-114');
      expect(rows[0]).toMatchObject({ labels: ['Bill'], name: 'hres129-114', score: 4 });
      const { degree } = await api.json<NodeDetail>(`/api/nodes/${of(rows[0]?.key ?? '')}`);
      const votes = await ask(api, 'MATCH (b:Bill)<-[r:VOTED]-() RETURN b.billID AS id, count(r) AS n');
      const counted = votes.rows.map(plain).find(([id]) => id === 'hres129-114')?.[1];
      expect(degree).toEqual([{ type: 'VOTED', direction: 'in', count: Number(counted), derived: false }]);
      expect(Number(counted)).toBeGreaterThan(400);
    });
  });
});
