// Names that the database does not have: a warning of the check and after the run, with the nearest name, never a refusal.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadBundled } from '../../server/bundled.ts';
import type { QuerySettings, StatementCheck } from '../../server/schema/cypher.ts';
import type { OpenedStore } from '../../server/store/open.ts';
import { type Api, serve } from './api.ts';
import { describeEngines, openEmpty } from './engines.ts';
import { ask } from './query.ts';

const query: QuerySettings = { writes: true, timeoutMs: 30_000, rows: 100, concurrency: 4, memoryMb: 1024 };

describeEngines('names that the database does not have', (engine) => {
  let store: OpenedStore;
  let api: Api;
  beforeAll(async () => {
    store = await openEmpty(engine);
    await loadBundled(store, false);
    api = await serve(store, { query });
    // The first time they are counted, for which a statement does not wait for ever.
    await api.json('/api/schema');
  });
  afterAll(async () => {
    await api?.close();
    await store?.close();
  });

  const check = async (statement: string, mode = 'read'): Promise<StatementCheck> =>
    (await (await api.send('POST', '/api/query/check', { statement, mode })).json()) as StatementCheck;
  const told = async (statement: string, mode = 'read') =>
    (await check(statement, mode)).warnings.map(({ code, message, wayOut, from, to }) =>
      [code, message, wayOut, statement.slice(from.offset, to.offset)].join(' | '),
    );

  it('are told with their place and the nearest name', async () => {
    expect(await told('MATCH (c:Contry)-[r:OPOSES]->(p:plan {nme: 1})\nRETURN c.name, r.outlts')).toEqual(
      engine.name === 'neo4j'
        ? [
            'unknown-label | No node has the label Contry. | Did you mean Country? | Contry',
            'unknown-relation-type | No relation has the type OPOSES. | Did you mean OPPOSES? | OPOSES',
            'unknown-label | No node has the label plan. | Did you mean Plan? | plan',
            'unknown-property | No node and no relation has a property nme. | Did you mean name? | nme',
            'unknown-property | No node and no relation has a property outlts. | Did you mean outlets? | outlts',
          ]
        : // A property whose kind is not known cannot be compared on this engine: that is told instead.
          [],
    );
    expect(await told('MATCH (c:Contry)-[r:OPOSES]->(p:plan) RETURN c.name, r.outlts AS n')).toEqual([
      'unknown-label | No node has the label Contry. | Did you mean Country? | Contry',
      'unknown-relation-type | No relation has the type OPOSES. | Did you mean OPPOSES? | OPOSES',
      'unknown-label | No node has the label plan. | Did you mean Plan? | plan',
      'unknown-property | No node and no relation has a property outlts. | Did you mean outlets? | outlts',
    ]);
    expect(await told('MATCH (n) WHERE n:Nonsense RETURN n.key AS key')).toEqual([
      'unknown-label | No node has the label Nonsense. |  | Nonsense',
    ]);
    const { accepted, warnings } = await check(
      'MATCH (c:Country)\n  WHERE EXISTS { (c)-[:QUOTS]->() }\nRETURN c {.nam}',
    );
    expect(accepted).toBe(true);
    expect(warnings.map(({ from }) => [from.line, from.column])).toEqual([
      [2, 24],
      [3, 12],
    ]);
  });

  it('are not told of keys of maps, rows and parameters, nor of names that exist', async () => {
    for (const statement of [
      'MATCH (c:Country)-[r:OPPOSES|SUPPORTS]->(p:Plan) RETURN c.name, r.articles AS n, p {.key, .name}',
      'UNWIND [{colour: 1}] AS row RETURN row.colour AS colour',
      'WITH {colour: 1} AS c RETURN c.colour AS colour',
      'MATCH (n:Plan) WITH {colour: n.name} AS n RETURN n.colour AS colour',
      'RETURN $p.colour AS colour',
    ])
      expect(await told(statement), statement).toEqual([]);
  });

  it('are not told of what the statement makes', async () => {
    for (const statement of [
      'CREATE (:Zeppelin {height: 3})-[:FLIES_OVER]->(:Ocean)',
      'MERGE (z:Zeppelin {name: "x"}) ON CREATE SET z.width = 4',
      'MATCH (c:Country) SET c:Zeppelin, c.height = 3, c += {width: 4}',
    ])
      expect(await check(statement, 'write'), statement).toMatchObject({ accepted: true, warnings: [] });
    expect(
      await told(
        'MATCH (c:Country), (o:Oceann) CREATE (c)-[:TOUCHES]->(:Coast {long: 1}) RETURN o.depth AS d',
        'write',
      ),
    ).toEqual([
      'unknown-label | No node has the label Oceann. |  | Oceann',
      'unknown-property | No node and no relation has a property depth. |  | depth',
    ]);
  });

  describe('after a run', () => {
    it('stand in the summary, once, and the statement ran', async () => {
      const { rows, summary } = await ask(api, 'MATCH (c:Contry) RETURN c.name AS name');
      expect(rows).toEqual([]);
      expect(summary?.notifications).toMatchObject([
        {
          code: 'Neo.ClientNotification.Statement.UnknownLabelWarning',
          severity: 'WARNING',
          description: expect.stringContaining('Contry'),
        },
      ]);
    });
    it('are gone once somebody made the label', async () => {
      await ask(api, "CREATE (:Contry {name: 'x'})", { mode: 'write' });
      expect(await told('MATCH (c:Contry) RETURN c.name AS name')).toEqual([]);
      expect((await ask(api, 'MATCH (c:Contry) RETURN c.name AS name')).summary?.notifications).toEqual([]);
      await ask(api, 'MATCH (c:Contry) DELETE c', { mode: 'write' });
    });
  });
});
