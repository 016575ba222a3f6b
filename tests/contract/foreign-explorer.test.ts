// The explorer over somebody else's database: a plain graph with every route that makes sense there, and no trace left.
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Problem } from '../../server/schema/problem.ts';
import type { GraphView, Meta, Neighbours, NodeDetail, Paths, SearchResult } from '../../server/schema/view.ts';
import { type EngineSettings, openStore } from '../../server/store/open.ts';
import { type Api, serveStore } from './api.ts';
import { describeEngines } from './engines.ts';
import { everythingIn, ownerWrites } from './foreign-owner.ts';

const theirs = [
  "CREATE (:Film {title: 'Alphaville', year: 1965, big: 9007199254740993}), (:Person {name: 'Anna Karina', tags: ['a', 'b']}), (:Person {name: 'Jean-Luc Godard'}), (:Odd {weight: 1.5}), (:Listed {name: ['x', 'y']})",
  'MATCH (f:Film), (p:Person) CREATE (p)-[:WORKED_ON {role: p.name}]->(f)',
  "MATCH (f:Film), (g:Person {name: 'Jean-Luc Godard'}) CREATE (g)-[:DIRECTED]->(f)",
  'MATCH (o:Odd), (f:Film) CREATE (f)-[:NEAR]->(o), (f)-[:NEAR {again: true}]->(o)',
];

const of = (key: string) => encodeURIComponent(key);

describeEngines("the explorer over somebody else's database", (engine) => {
  let settings: EngineSettings;
  let before: unknown[];
  let api: Api;
  let close: () => Promise<void>;
  const key: Record<string, string> = {};

  beforeAll(async () => {
    settings = await engine.settings();
    await ownerWrites(settings, theirs);
    before = await everythingIn(settings);
    ({ api, close } = await serveStore(await openStore(settings)));
    for (const node of (await api.json<GraphView>('/api/graph')).nodes) key[node.name] = node.key;
  });
  afterAll(async () => {
    await close?.();
    expect(await everythingIn(settings)).toEqual(before);
  });

  it('says whose it is and what it holds', async () => {
    const meta = await api.json<Meta>('/api/meta');
    expect(meta).toMatchObject({ model: 'foreign', writable: false, counts: { nodes: 5, edges: 5, articles: 0 } });
    expect(meta.labels.find(({ label }) => label === 'Person')).toEqual({
      label: 'Person',
      count: 2,
      captions: [['name']],
    });
    expect(meta.types).toContainEqual({ type: 'WORKED_ON', count: 2, derived: false });
  });

  it('draws nodes by their captions, with the engine’s ids as keys and plain values', async () => {
    const { nodes, edges, truncated } = await api.json<GraphView>('/api/graph');
    expect(truncated).toBe(false);
    expect(nodes.map(({ name }) => name.replace(/ \S*:\S*$| n?\d+$/, '')).sort()).toEqual([
      'Alphaville',
      'Anna Karina',
      'Jean-Luc Godard',
      'Listed',
      'Odd',
    ]);
    expect(nodes.every((node) => node.key.startsWith('~'))).toBe(true);
    expect(nodes.find((node) => node.name === 'Alphaville')?.properties).toEqual({
      title: 'Alphaville',
      year: 1965,
      big: '9007199254740993',
    });
    expect(edges).toHaveLength(5);
    expect(new Set(edges.map((edge) => edge.key)).size).toBe(5);
    expect((await api.json<GraphView>('/api/graph?limit=2')).truncated).toBe(true);
    const people = await api.json<GraphView>('/api/graph?types=Person');
    expect(people.nodes.map(({ name }) => name).sort()).toEqual(['Anna Karina', 'Jean-Luc Godard']);
  });

  it('finds nodes by a part of what they are called, in any case', async () => {
    const { rows } = await api.json<SearchResult>('/api/search?q=GODARD');
    expect(rows).toEqual([
      { key: key['Jean-Luc Godard'], labels: ['Person'], name: 'Jean-Luc Godard', aliases: [], score: 3 },
    ]);
    expect((await api.json<SearchResult>('/api/search?q=alphaville')).rows[0]?.score).toBe(4);
    expect((await api.json<SearchResult>('/api/search?q=a&types=Film')).rows.map(({ name }) => name)).toEqual([
      'Alphaville',
    ]);
  });

  it('pages through a node’s neighbours, parallel edges too', async () => {
    const film = of(key.Alphaville ?? '');
    const { degree } = await api.json<NodeDetail>(`/api/nodes/${film}`);
    expect(degree).toEqual([
      { type: 'DIRECTED', direction: 'in', count: 1, derived: false },
      { type: 'NEAR', direction: 'out', count: 2, derived: false },
      { type: 'WORKED_ON', direction: 'in', count: 2, derived: false },
    ]);
    const seen: string[] = [];
    for (let cursor: string | null = ''; cursor !== null; ) {
      const page: Neighbours = await api.json(`/api/nodes/${film}/neighbours?limit=2${cursor && `&cursor=${cursor}`}`);
      expect(page.total).toBe(5);
      seen.push(...page.edges.map((edge) => edge.key));
      cursor = page.next;
    }
    expect(new Set(seen).size).toBe(5);
    expect(seen).toHaveLength(5);
    const near = await api.json<Neighbours>(`/api/nodes/${film}/neighbours?types=NEAR&direction=out`);
    expect(near.edges.every((edge) => edge.source === key.Alphaville)).toBe(true);
    expect(near.total).toBe(2);
  });

  it('finds paths', async () => {
    const found = await api.json<Paths>(
      `/api/paths?from=${of(key['Anna Karina'] ?? '')}&to=${of(key['Jean-Luc Godard'] ?? '')}`,
    );
    expect(found.length).toBe(2);
    expect(found.paths.map((path) => path.nodes)).toEqual([
      [key['Anna Karina'], key.Alphaville, key['Jean-Luc Godard']],
    ]);
    expect(found.nodes).toHaveLength(3);
    const along = (type: string) =>
      api.json<Paths>(
        `/api/paths?from=${of(key['Anna Karina'] ?? '')}&to=${of(key['Jean-Luc Godard'] ?? '')}&type=${type}`,
      );
    expect(new Set((await along('WORKED_ON')).edges.map(({ type }) => type))).toEqual(new Set(['WORKED_ON']));
    expect((await along('DIRECTED')).length).toBeNull();
    expect((await along('NOTHING')).length).toBeNull();
  });

  it('draws as many nodes as are asked for, and refuses more than it draws, with the labels that there is room for', async () => {
    expect((await api.json<GraphView>('/api/graph?limit=5')).truncated).toBe(false);
    expect((await api.json<GraphView>('/api/graph?limit=2000')).nodes).toHaveLength(5);
    const refused = await api.get('/api/graph?limit=2001');
    expect(refused.status).toBe(400);
    const problem = (await refused.json()) as Problem;
    expect(problem.errors).toEqual([{ field: 'limit', reason: 'at most 2000 nodes are drawn at once here' }]);
    expect(problem.detail).toContain('types=Person (2 nodes)');
    expect(problem.detail).toContain('HEARSAY_GRAPH_NODES');
    expect((await api.get('/api/graph?limit=0')).status).toBe(400);
  });

  it.each([
    '/api/nodes/country:hu',
    '/api/nodes/~nothing',
    '/api/nodes/~4:00000000-0000-0000-0000-000000000000:99',
    '/api/paths?from=~x&to=~y',
  ])('knows no %s', async (path) => {
    const response = await api.get(path);
    expect(response.status).toBe(404);
    expect(((await response.json()) as Problem).code).toBe('not-found');
  });

  it.each([
    '/api/articles',
    '/api/articles/article:x',
    '/api/edges/OPPOSES~a~b/evidence',
    '/api/stances',
    '/api/contradictions',
    '/api/utterances/utterance:x',
    '/api/diff',
    '/api/spread?claim=claim:x',
    '/api/suggestions',
  ])('has nothing at %s and says why', async (path) => {
    const response = await api.get(path);
    expect(response.status).toBe(404);
    expect(((await response.json()) as Problem).title).toContain('not a Hearsay database');
  });

  it('takes nothing in, takes nothing out, and has no evidence to filter', async () => {
    const document = {
      format: 'hearsay-entities/1',
      entities: [{ type: 'Country', key: 'country:hu', name: 'Hungary' }],
    };
    expect((await api.send('POST', '/api/articles', document)).status).toBe(403);
    expect((await api.send('POST', '/api/articles?dryRun=true', document)).status).toBe(403);
    expect((await api.send('DELETE', '/api/articles/article:x', undefined, {})).status).toBe(404);
    const filtered = await api.get('/api/graph?asOf=2024');
    expect(filtered.status).toBe(400);
    expect(((await filtered.json()) as Problem).errors).toMatchObject([{ field: 'asOf' }]);
    for (const path of ['/api/search?q=a&', '/api/paths?from=~x&to=~y&', `/api/nodes/${of(key.Alphaville ?? '')}?`]) {
      expect((await api.get(`${path}grade=B`)).status, path).toBe(400);
    }
  });
});
