// After a typed statement has written: the marker stands as it was, the constraints hold, and every route shows the new state.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { loadBundled } from '../../server/bundled.ts';
import type { QuerySettings } from '../../server/schema/cypher.ts';
import type { GraphView } from '../../server/schema/view.ts';
import type { OpenedStore } from '../../server/store/open.ts';
import { type Api, serve } from './api.ts';
import { describeEngines, openEmpty } from './engines.ts';
import { ask, problem } from './query.ts';

const query: QuerySettings = { writes: true, timeoutMs: 30_000, rows: 3000, concurrency: 2, memoryMb: 1024 };
const mode = 'write';
/** Each asks much of a machine that may be busy. */
const timeout = 120_000;

describeEngines('a database that people write to', (engine) => {
  let store: OpenedStore;
  let api: Api;
  beforeAll(async () => {
    store = await openEmpty(engine);
    await loadBundled(store, false);
    api = await serve(store, { query });
  });
  afterAll(async () => {
    await api?.close();
    await store?.close();
  });

  const marker = async () => (await ask(api, 'MATCH (m:HearsayMarker) RETURN properties(m) AS all')).rows;
  const count = async (pattern: string) =>
    Number((await ask(api, `MATCH ${pattern} RETURN count(*) AS n`)).rows[0]?.[0]?._value);

  it('keeps its marker from statements over all nodes, which write nothing, and goes on', { timeout }, async () => {
    const before = await marker();
    const nodes = await count('(n)');
    const relations = await count('()-[r]->()');
    expect(before).toHaveLength(1);
    for (const statement of [
      'MATCH (n) SET n.x = 1',
      "MATCH (n) SET n.name = 'x'",
      "MATCH (n) SET n += {name: 'x'}",
      'MATCH (n) SET n = {}',
      "MATCH (n) SET n = {key: 'x'}",
      'MATCH (n) SET n:Touched',
      'MATCH (n) SET n.schemaVersion = 99',
      'MATCH (n) SET n.revision = 0',
      'MATCH (n) SET n.derivedStale = true',
      'MATCH (n) REMOVE n.bundled',
      'MATCH (n) REMOVE n.key',
      'MATCH (n) DETACH DELETE n',
      'MATCH (n) DELETE n',
      "MATCH (n {key: 'hearsay'}) DELETE n",
      "MATCH (n {key: 'hearsay'}) SET n.description = 'x'",
      "MATCH (n {key: 'hearsay'}) CREATE (n)-[:ABOUT]->(:Thing)",
      "MATCH (n {key: 'hearsay'}), (c:Country) CREATE (c)-[:ABOUT]->(n)",
      "MERGE (n {key: 'hearsay'}) SET n.name = 'x'",
      'FOREACH (i IN [1] | CREATE (:HearsayMarker {key: "other"}))',
      'MATCH (n) WHERE NOT n:Record SET n.name = "x"',
      'MATCH (n) CALL { WITH n SET n.name = "x" } RETURN count(*) AS c',
      'MATCH (n) REMOVE n:HearsayMarker',
      'MATCH (n) REMOVE n:`HearsayMarker`',
      'MATCH (n) SET n:HearsayMarker',
    ]) {
      const { status, code, title } = await problem(api, statement, { mode });
      expect(`${status} ${code}`, statement).toMatch(
        /^(400 statement-refused|400 statement-failed|403 read-only|409 conflict)$/,
      );
      expect(title.length, statement).toBeGreaterThan(20);
      expect(await marker(), statement).toEqual(before);
    }
    expect([await count('(n)'), await count('()-[r]->()')]).toEqual([nodes, relations]);
    expect(await count('(n:Touched)')).toBe(0);
    expect((await api.get('/api/health')).status).toBe(200);
    expect((await api.json<GraphView>('/api/graph')).nodes.length).toBeGreaterThan(10);
  });

  it('keeps its constraints', { timeout }, async () => {
    const statements = [
      "CREATE (:Record {key: 'country:hu'})",
      'CREATE CONSTRAINT other FOR (n:Record) REQUIRE n.name IS UNIQUE',
      'DROP CONSTRAINT hearsay_key',
      'DROP CONSTRAINT hearsay_marker IF EXISTS',
    ];
    for (const statement of statements) {
      const { code } = await problem(api, statement, { mode });
      expect(['conflict', 'statement-refused'], statement).toContain(code);
    }
    expect((await store.read('schema/constraints', {})).map(({ name }) => name).sort()).toEqual([
      'hearsay_key',
      'hearsay_marker',
    ]);
  });

  it('lets all nodes of a label be written, and leaves the marker as it was but for its count of writes', {
    timeout,
  }, async () => {
    const before = (await store.read('schema/marker', {}))[0];
    await ask(api, 'MATCH (n:Outlet) SET n.description = $text', { mode, parameters: { text: 'x' } });
    await ask(api, 'MATCH (n:Outlet) SET n:Touched', { mode });
    await ask(api, 'MATCH (n:Touched) REMOVE n:Touched', { mode });
    expect(await store.read('schema/marker', {})).toEqual([
      { ...before, derivedStale: true, revision: (before?.revision ?? 0) + 3 },
    ]);
    expect(await count('(n:Touched)')).toBe(0);
  });

  it('keeps what a parameter gives to a property that the model does not have', { timeout }, async () => {
    for (const [note, $type, _value] of [
      ['a “text”', 'String', 'a “text”'],
      [7, 'Integer', '7'],
      [1.5, 'Float', '1.5'],
      [true, 'Boolean', true],
      [null, 'Null', null],
    ]) {
      const parameters = { note };
      await ask(api, 'MATCH (c:Country {key: "country:hu"}) SET c.note = $note', { mode, parameters });
      const { rows } = await ask(api, 'MATCH (c:Country {key: "country:hu"}) RETURN c.note AS note');
      expect(rows).toEqual([[{ $type, _value }]]);
    }
    await ask(api, 'CREATE (:Zed {note: $note})', { mode, parameters: { note: 'new' } });
    expect((await ask(api, 'MATCH (z:Zed) RETURN z.note AS note')).rows).toEqual([
      [{ $type: 'String', _value: 'new' }],
    ]);
    await ask(api, 'MATCH (z:Zed) DELETE z', { mode });
  });

  const text = async (path: string): Promise<string> => (await api.get(path)).text();
  const node = '/api/nodes/country%3Ahu';

  it.each([
    [
      "MATCH (c:Country {key: 'country:hu'}) SET c.name = 'Magyarország'",
      [node, '/api/graph', '/api/stances', '/api/graph?asOf=2024-10-26'],
      'Magyarország',
    ],
    ["CREATE (:Record:Planet {key: 'planet:mars', name: 'Mars'})", ['/api/schema'], 'Planet'],
    [
      "MATCH (c:Country {key: 'country:hu'}), (p:Plan {key: 'plan:nato-invitation'}) CREATE (c)-[:WATCHES]->(p)",
      ['/api/schema', `${node}/neighbours?limit=500`],
      'WATCHES',
    ],
    [
      "MATCH (a:Assertion) WHERE a.wording IS NOT NULL SET a.wording = 'Typed by a person'",
      ['/api/edges/OPPOSES~country%3Ahu~plan%3Anato-invitation/evidence'],
      'Typed by a person',
    ],
    [
      "MATCH (s:Source) SET s.descriptor = 'somebody typed'",
      ['/api/edges/OPPOSES~country%3Ahu~plan%3Anato-invitation/evidence'],
      'somebody typed',
    ],
  ])('shows in its routes what %j wrote, asked before and after', { timeout }, async (statement, paths, expected) => {
    for (const path of paths) expect(await text(path), path).not.toContain(expected);
    await ask(api, statement, { mode });
    for (const path of paths) expect(await text(path), path).toContain(expected);
  });

  it('has no more of what was deleted, in any route that showed it', { timeout }, async () => {
    const paths = ['/api/graph', '/api/articles', '/api/schema', '/api/stances', '/api/contradictions'];
    const [key] = (await ask(api, 'MATCH (a:Article) RETURN a.key AS key ORDER BY key LIMIT 1')).rows[0] ?? [];
    const article = String(key?._value);
    expect((await api.get(`/api/articles/${encodeURIComponent(article)}`)).status).toBe(200);
    expect(await text('/api/articles')).toContain(article);
    await ask(api, 'MATCH (a:Article {key: $key}) DETACH DELETE a', { mode, parameters: { key: article } });
    expect((await api.get(`/api/articles/${encodeURIComponent(article)}`)).status).toBe(404);
    expect(await text('/api/articles')).not.toContain(`"${article}"`);
    await ask(api, "MATCH (c:Country {key: 'country:hu'}) DETACH DELETE c", { mode });
    expect((await api.get(node)).status).toBe(404);
    expect(await text('/api/graph')).not.toContain('"country:hu"');
    for (const path of paths) expect((await api.get(path)).status, path).toBe(200);
  });

  it('goes on without any records', { timeout }, async () => {
    await ask(api, 'MATCH (n:Record) REMOVE n:Record', { mode });
    for (const path of ['/api/health', '/api/meta', '/api/graph', '/api/schema', '/api/search?q=hungary'])
      expect((await api.get(path)).status, path).toBe(200);
    expect((await api.get(node)).status).toBe(404);
    await ask(api, 'MATCH (n:Claim) DETACH DELETE n', { mode });
    expect(await count('(n:Claim)')).toBe(0);
    expect(await marker()).toHaveLength(1);
  });
});
