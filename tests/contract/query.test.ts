// POST /api/query on both engines: the lines that come, the limits that hold, and what is said of a statement that fails.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadBundled } from '../../server/bundled.ts';
import type { PlanNode, QuerySettings } from '../../server/schema/cypher.ts';
import type { Meta } from '../../server/schema/view.ts';
import type { OpenedStore } from '../../server/store/open.ts';
import { type Api, serve } from './api.ts';
import { describeEngines, openEmpty } from './engines.ts';
import { ask, plain, problem } from './query.ts';

const query: QuerySettings = { writes: true, timeoutMs: 10_000, rows: 3000, concurrency: 2, memoryMb: 1024 };

/** Runs for hours in little memory. */
const endless =
  'MATCH (a:Record), (b:Record), (c:Record), (d:Record) WHERE a.key < b.key AND b.key < c.key AND c.key < d.key RETURN count(*) AS n';

describeEngines('typed Cypher', (engine) => {
  let store: OpenedStore;
  let api: Api;
  let readOnly: Api;
  beforeAll(async () => {
    store = await openEmpty(engine);
    await loadBundled(store, false);
    api = await serve(store, { query });
    readOnly = await serve(store);
  });
  afterAll(async () => {
    await api?.close();
    await readOnly?.close();
    await store?.close();
  });

  it('answers with a header, a line for each row, and a summary', async () => {
    const response = await api.send('POST', '/api/query', {
      statement: 'MATCH (c:Country) RETURN c.key AS key, c.name AS name ORDER BY key LIMIT $most',
      parameters: { most: 2 },
    });
    expect(response.headers.get('content-type')).toBe('application/x-ndjson; charset=utf-8');
    const lines = (await response.text()).split('\n');
    expect(lines.slice(0, 3)).toEqual([
      '{"columns":["key","name"]}',
      '[{"$type":"String","_value":"country:be"},{"$type":"String","_value":"Belgium"}]',
      '[{"$type":"String","_value":"country:de"},{"$type":"String","_value":"Germany"}]',
    ]);
    expect(JSON.parse(lines[3] ?? '')).toEqual({
      summary: {
        rows: 2,
        truncated: false,
        ms: expect.any(Number),
        counters: {},
        notifications: [],
        plan: null,
        rewritten: null,
      },
    });
    expect(lines.slice(4)).toEqual(['']);
  });

  it('names columns as the statement does, in its order, also where it has no rows', async () => {
    const nothing = await ask(api, "MATCH (c:Country {key: 'nowhere'}) RETURN c.name, c.key AS key, 1 + 1");
    expect(nothing).toMatchObject({ columns: ['c.name', 'key', '1 + 1'], rows: [], summary: { rows: 0 } });
    const one = await ask(api, "MATCH (c:Country {key: 'country:be'}) RETURN c.name, 1 + 1");
    expect(one.columns).toEqual(['c.name', '1 + 1']);
    expect(plain(one.rows[0])).toEqual(['Belgium', '2']);
  });

  it('is one document of plain values for who asks for JSON', async () => {
    const statement = 'MATCH (c:Country {key: $key}) RETURN c, c.name AS name, 1.0 AS one, 9007199254740993 AS large';
    const response = await api.send(
      'POST',
      '/api/query',
      { statement, parameters: { key: 'country:be' } },
      { 'content-type': 'application/json', accept: 'application/json' },
    );
    expect(response.headers.get('content-type')).toBe('application/json; charset=utf-8');
    const text = await response.text();
    expect(text).toContain('"Belgium",1.0,9007199254740993]');
    expect(JSON.parse(text)).toMatchObject({
      columns: ['c', 'name', 'one', 'large'],
      rows: [
        [
          { elementId: expect.any(String), labels: expect.arrayContaining(['Country']), properties: { iso2: 'BE' } },
          'Belgium',
          1,
          9007199254740992,
        ],
      ],
      summary: { rows: 1 },
    });
  });

  it('cuts at the row limit, and says so only where there was more', async () => {
    const range = (to: number, rowLimit?: number) =>
      ask(api, `UNWIND range(1, ${to}) AS i RETURN i`, rowLimit === undefined ? {} : { rowLimit });
    const cut = await range(5000);
    expect(cut.rows).toHaveLength(3000);
    expect(cut.summary).toMatchObject({ rows: 3000, truncated: true });
    const exact = await range(3000);
    expect(exact.summary).toMatchObject({ rows: 3000, truncated: false });
    expect((await range(5000, 7)).summary).toMatchObject({ rows: 7, truncated: true });
  });

  it('refuses limits above the server’s own, and a body of another form', async () => {
    expect(await problem(api, 'RETURN 1 AS x', { rowLimit: 3001, timeoutMs: 60_000 })).toMatchObject({
      status: 400,
      code: 'invalid-request',
      errors: [
        { pointer: '/timeoutMs', reason: 'must be at most 10000, which HEARSAY_QUERY_TIMEOUT_MS sets' },
        { pointer: '/rowLimit', reason: 'must be at most 3000, which HEARSAY_QUERY_ROWS sets' },
      ],
    });
    const response = await api.send('POST', '/api/query', { statement: 'RETURN 1 AS x', limit: 5 });
    expect(await response.json()).toMatchObject({ status: 400, errors: [{ pointer: '/limit' }] });
  });

  it('names the parameter that is missing or of another form', async () => {
    expect(await problem(api, 'RETURN $a AS a, $b AS b', { parameters: { b: 1 } })).toMatchObject({
      status: 400,
      title: 'The statement needs a value for $a.',
      errors: [{ pointer: '/parameters/a', reason: 'is required' }],
    });
    expect(
      await problem(api, 'RETURN $a AS a', { parameters: { a: { $type: 'Integer', _value: 'x' } } }),
    ).toMatchObject({
      errors: [{ pointer: '/parameters/a', reason: 'must be the text of an Integer, such as "42"' }],
    });
  });

  it('refuses what the gate refuses, with the place', async () => {
    expect(await problem(api, 'MATCH (n)\nDETACH DELETE n')).toMatchObject({
      status: 400,
      code: 'statement-refused',
      faults: [{ code: 'write', from: { line: 2, column: 1 } }],
    });
  });

  it('tells a failure before the first row as a problem, and a later one as the last line', async () => {
    expect(await problem(api, 'UNWIND [0] AS x RETURN 1 / x AS y')).toMatchObject({
      status: 400,
      code: 'statement-failed',
    });
    // The embedded engine has all rows before it gives one.
    if (engine.name === 'embedded') return;
    const late = await ask(api, 'UNWIND range(1, 2500) + [0] AS x RETURN 1 / x AS y');
    expect(late.rows.length).toBeGreaterThan(0);
    expect(late.rows.length).toBeLessThanOrEqual(2500);
    expect(late.error).toMatchObject({ status: 400, code: 'statement-failed' });
    expect(late.summary).toBeUndefined();
  });

  it('stops at the time limit that was asked for, and the next statement works', async () => {
    const start = Date.now();
    expect(await problem(api, endless, { timeoutMs: 700 })).toMatchObject({
      status: 503,
      code: 'time-limit',
      title: 'The statement was stopped after 0.7 s, its time limit here.',
    });
    expect(Date.now() - start).toBeLessThan(5000);
    expect((await ask(api, 'RETURN 1 AS x')).rows).toEqual([[{ $type: 'Integer', _value: '1' }]]);
  });

  it('runs so many statements of one client at once and no more', async () => {
    // Whichever comes last of the three is refused at once; the others would run for as long as they may.
    const running = [1, 2, 3].map(() => api.send('POST', '/api/query', { statement: endless, timeoutMs: 5000 }));
    const response = await Promise.race(running);
    expect(response.status).toBe(429);
    expect(response.headers.get('retry-after')).toBe('1');
    expect(await response.json()).toMatchObject({
      code: 'too-many-requests',
      title: '2 statements of yours are still running.',
    });
    const others = (await Promise.all(running)).filter((one) => one !== response);
    for (const other of others) expect(await other.json()).toMatchObject({ code: 'time-limit' });
    expect((await ask(api, 'RETURN 1 AS x')).rows).toHaveLength(1);
  }, 30_000);

  it('explains without running, and profiles with the rows', async () => {
    const statement = 'MATCH (c:Country) RETURN c.key AS key';
    const explained = await ask(api, `EXPLAIN ${statement}`);
    expect(explained).toMatchObject({ columns: ['key'], rows: [] });
    expect(explained.summary?.plan).toMatchObject({ operator: expect.any(String), rows: null });
    const profiled = await ask(api, `PROFILE ${statement}`);
    const { rows } = await ask(api, statement);
    expect(profiled.rows).toHaveLength(rows.length);
    expect(profiled.summary?.plan).toMatchObject({ rows: rows.length });
    const all = (node: PlanNode): PlanNode[] => [node, ...node.children.flatMap(all)];
    const operators = profiled.summary?.plan ? all(profiled.summary.plan) : [];
    expect(operators.length).toBeGreaterThan(1);
    for (const { rows: counted } of operators) expect(counted).toEqual(expect.any(Number));
    if (engine.name === 'embedded') {
      for (const { dbHits, estimatedRows } of operators) expect([dbHits, estimatedRows]).toEqual([null, null]);
      return;
    }
    for (const { dbHits, estimatedRows } of operators)
      expect([dbHits, estimatedRows]).toEqual([expect.any(Number), expect.any(Number)]);
    // Each country is found by its label, and its key is read.
    expect(operators.reduce((sum, { dbHits }) => sum + (dbHits ?? 0), 0)).toBeGreaterThanOrEqual(2 * rows.length);
  });

  it('shows its limits in /api/meta', async () => {
    const { limits } = await api.json<Meta>('/api/meta');
    expect(limits.query).toEqual({
      ...query,
      memoryMb: engine.name === 'embedded' ? 1024 : null,
      statementLength: 50_000,
      depth: 100,
    });
    expect((await readOnly.json<Meta>('/api/meta')).limits.query.writes).toBe(false);
  });

  describe('writing', () => {
    const create = 'CREATE (n:Record:Typed {key: $key}) RETURN n.key AS key';
    const revision = async () => (await store.read('schema/marker', {}))[0]?.revision ?? 0;

    it('is refused by a server that was not started for it', async () => {
      expect(await problem(readOnly, create, { mode: 'write', parameters: { key: 'typed:0' } })).toMatchObject({
        status: 403,
        code: 'read-only',
        detail: expect.stringContaining('HEARSAY_QUERY_WRITES=yes'),
      });
    });

    it('is committed before its rows come, counts as a write, and marks what is derived as out of date', async () => {
      const before = await revision();
      const { rows, summary } = await ask(api, create, { mode: 'write', parameters: { key: 'typed:1' } });
      expect(rows).toEqual([[{ $type: 'String', _value: 'typed:1' }]]);
      expect(summary?.counters).toEqual({ nodesCreated: 1, labelsAdded: 2, propertiesSet: 1 });
      expect(await revision()).toBe(before + 1);
      expect(await store.read('schema/marker', {})).toMatchObject([{ derivedStale: true }]);
      expect(plain((await ask(api, 'MATCH (n:Typed) RETURN n.key AS key')).rows[0])).toEqual(['typed:1']);
    });

    it('reads with the write mode on, too', async () => {
      const before = await revision();
      expect((await ask(api, 'MATCH (n:Typed) RETURN count(n) AS n', { mode: 'write' })).rows).toHaveLength(1);
      expect(await revision()).toBe(before);
    });

    it('explains a write without writing: the revision stays, too', async () => {
      const before = await store.read('schema/marker', {});
      const { summary } = await ask(api, `EXPLAIN ${create}`, { mode: 'write', parameters: { key: 'typed:plan' } });
      expect(summary).toMatchObject({ counters: {}, plan: { operator: expect.any(String) } });
      expect(await store.read('schema/marker', {})).toEqual(before);
    });

    it('leaves the marker of the database alone', async () => {
      const before = await store.read('schema/marker', {});
      for (const statement of [
        'MATCH (m:HearsayMarker) SET m.revision = 0',
        'MATCH (n) DETACH DELETE n',
        "CREATE (:HearsayMarker {key: 'second'}) WITH 1 AS x MATCH (m:HearsayMarker {key: 'hearsay'}) REMOVE m.schemaVersion",
      ]) {
        const { status } = await problem(api, statement, { mode: 'write' });
        expect([400, 403]).toContain(status);
      }
      expect(await store.read('schema/marker', {})).toEqual(before);
      expect((await ask(api, 'MATCH (n:Record) RETURN count(n) > 100 AS many')).rows).toEqual([
        [{ $type: 'Boolean', _value: true }],
      ]);
    });

    it('undoes what returns more than the server keeps, with the way out', async () => {
      const statement = "UNWIND range(1, 1000) AS i CREATE (n:Case {name: 'large'}) RETURN $text AS text";
      const parameters = { text: 'x'.repeat(40_000) };
      expect(await problem(api, statement, { mode: 'write', parameters })).toMatchObject({
        status: 503,
        code: 'memory-limit',
        title: 'The statement was undone: its rows take more than 32 MB.',
        detail: expect.stringContaining('Return less'),
      });
      expect(await ask(api, "MATCH (n:Case {name: 'large'}) RETURN count(n) AS n")).toMatchObject({
        rows: [[{ $type: 'Integer', _value: '0' }]],
      });
      const few = await ask(api, statement, { mode: 'write', parameters: { text: 'x' } });
      expect(few.rows).toHaveLength(1000);
    });

    it('tells a broken constraint, and keeps nothing of the statement', async () => {
      const statement = "CREATE (:Record:Half {key: 'typed:2'}) CREATE (:Record {key: 'typed:1'})";
      expect(await problem(api, statement, { mode: 'write' })).toMatchObject({ status: 409, code: 'conflict' });
      expect(plain((await ask(api, 'MATCH (n:Half) RETURN count(n) AS n')).rows[0])).toEqual(['0']);
    });
  });

  it('checks a statement without running it', async () => {
    const check = async (statement: string, mode = 'read') =>
      (await api.send('POST', '/api/query/check', { statement, mode })).json();
    expect(await check('MATCH (c:Country {key: $key}) RETURN c.name AS name')).toEqual({
      accepted: true,
      faults: [],
      warnings: [],
      columns: ['name'],
      parameters: ['key'],
      writes: false,
      explains: null,
    });
    expect(await check('CREATE (:X)')).toMatchObject({ accepted: false, faults: [{ code: 'write' }] });
    expect(await check('MATCH (n) RETURN m')).toMatchObject({ accepted: false, faults: [{ code: 'semantic' }] });
  });
});
