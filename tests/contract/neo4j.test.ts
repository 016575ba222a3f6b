// What only the Neo4j adapter promises: both address schemes, the READ access mode, and others' kinds of values as text.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from '../../server/store/engine.ts';
import { openEngine } from '../../server/store/open.ts';
import { loadStatements } from '../../server/store/statements.ts';
import { engines } from './engines.ts';

const bolt = engines.find(({ name }) => name === 'neo4j');
const reason = bolt?.skipped === undefined ? '' : ` (skipped: ${bolt.skipped})`;

describe.skipIf(reason !== '')(`the Neo4j adapter${reason}`, () => {
  let engine: Engine;
  let uri = '';
  beforeAll(async () => {
    const settings = await bolt?.settings();
    if (settings?.kind !== 'neo4j') throw new Error('Not the settings of Neo4j.');
    uri = settings.uri;
    engine = await openEngine(settings, loadStatements('neo4j'));
  });
  afterAll(() => engine?.close());

  it('refuses to write in a read, whatever the statement', async () => {
    await expect(engine.read("CREATE (n:Sneaky {key: 'x'})", {})).rejects.toThrow(/access mode|read/i);
    expect(await engine.read('MATCH (n:Sneaky) RETURN count(n) AS count', {})).toEqual([{ count: 0 }]);
  });

  it('answers under the neo4j:// scheme as well', async () => {
    const settings = { kind: 'neo4j', uri: uri.replace('bolt://', 'neo4j://') } as const;
    const routed = await openEngine(settings, loadStatements('neo4j'));
    await routed.transaction((tx) => tx.run('CREATE (:Routed)', {}));
    expect(await routed.read('MATCH (n:Routed) RETURN count(n) AS count', {})).toEqual([{ count: 1 }]);
    await routed.close();
  });

  it.each([
    ["date('2024-10-24')", '2024-10-24'],
    ["datetime('2024-10-24T09:26:00Z')", '2024-10-24T09:26:00Z'],
    ["duration('P1Y2M')", 'P1Y2M'],
    ['point({x: 1.5, y: 2})', expect.stringContaining('1.5')],
    ['[1, date("2024-01-01"), null]', [1, '2024-01-01', null]],
    ['{when: localtime("12:31"), n: 9007199254740993}', { when: '12:31:00', n: 9007199254740993n }],
    ['1.0', 1],
  ])('gives %s as plain data', async (expression, expected) => {
    expect(await engine.read(`RETURN ${expression} AS value`, {})).toEqual([{ value: expected }]);
  });

  it('sends whole numbers as integers and others as floats, at any depth', async () => {
    const value = { list: [1, 1.5], map: { n: 2 } };
    const text = 'RETURN valueType($value.list[0]) AS a, valueType($value.list[1]) AS b, valueType($value.map.n) AS c';
    const [row] = await engine.read(text, { value });
    expect(row).toEqual({ a: 'INTEGER NOT NULL', b: 'FLOAT NOT NULL', c: 'INTEGER NOT NULL' });
  });

  it('refuses to pass on a bare node', async () => {
    await expect(engine.read('CALL { RETURN 1 AS one } MATCH p = (n) RETURN n', {})).rejects.toThrow('under names');
  });
});
