// Values as POST /api/query gives them, against what Neo4j's own Query API answered for the same statements.
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { TypedValue } from '../../server/schema/cypher.ts';
import type { OpenedStore } from '../../server/store/open.ts';
import { type Api, serve } from './api.ts';
import { describeEngines, openEmpty } from './engines.ts';
import { ask } from './query.ts';

type Example = [expression: string, type: string, value: unknown];
const typed = ($type: string, _value: unknown): TypedValue => ({ $type, _value });

/** Taken from Neo4j 5.26.30, POST /db/neo4j/query/v2 with Accept: application/vnd.neo4j.query. */
const shared: Example[] = [
  ['null', 'Null', null],
  ['true', 'Boolean', true],
  ['1', 'Integer', '1'],
  ['-7', 'Integer', '-7'],
  ['9007199254740991', 'Integer', '9007199254740991'],
  ['9007199254740993', 'Integer', '9007199254740993'],
  ['9223372036854775807', 'Integer', '9223372036854775807'],
  ['-9007199254740993', 'Integer', '-9007199254740993'],
  ['1.5', 'Float', '1.5'],
  ['1.0', 'Float', '1.0'],
  ['9999999.0', 'Float', '9999999.0'],
  ['0.001', 'Float', '0.001'],
  ['1.0E20', 'Float', '1.0E20'],
  ['0.1 + 0.2', 'Float', '0.30000000000000004'],
  ["'x\"y'", 'String', 'x"y'],
  ["'Зеленський'", 'String', 'Зеленський'],
  ["[1, 'a', null]", 'List', [typed('Integer', '1'), typed('String', 'a'), typed('Null', null)]],
  ['[1.0, 2.5]', 'List', [typed('Float', '1.0'), typed('Float', '2.5')]],
  ['{k: 1, l: [2.0]}', 'Map', { k: typed('Integer', '1'), l: typed('List', [typed('Float', '2.0')]) }],
];
const neo4jOnly: Example[] = [
  ['1e7', 'Float', '1.0E7'],
  ['0.0001', 'Float', '1.0E-4'],
  ['123456789.125', 'Float', '1.23456789125E8'],
  ['0.0 / 0.0', 'Float', 'NaN'],
  ['1.0 / 0.0', 'Float', 'Infinity'],
  ['-1.0 / 0.0', 'Float', '-Infinity'],
  ['-0.0', 'Float', '-0.0'],
  ["date('2024-01-05')", 'Date', '2024-01-05'],
  ["localtime('12:50')", 'LocalTime', '12:50:00'],
  ["localtime('12:50:35.5')", 'LocalTime', '12:50:35.5'],
  ["localtime('12:50:35.000000001')", 'LocalTime', '12:50:35.000000001'],
  ["time('12:50:35.556+01:00')", 'Time', '12:50:35.556+01:00'],
  ["time('12:50Z')", 'Time', '12:50:00Z'],
  ["localdatetime('2015-07-04T19:32')", 'LocalDateTime', '2015-07-04T19:32:00'],
  ["datetime('2015-06-24T12:50:35.556+01:00')", 'OffsetDateTime', '2015-06-24T12:50:35.556+01:00'],
  ["datetime('2015-06-24T12:50Z')", 'OffsetDateTime', '2015-06-24T12:50:00Z'],
  ["datetime('2015-11-21T21:40[Europe/Berlin]')", 'ZonedDateTime', '2015-11-21T21:40:00+01:00[Europe/Berlin]'],
  [
    "datetime('2015-11-21T21:40:32.142[Antarctica/Troll]')",
    'ZonedDateTime',
    '2015-11-21T21:40:32.142Z[Antarctica/Troll]',
  ],
  ["duration('P14DT16H12M')", 'Duration', 'P14DT16H12M'],
  ["duration('P1Y2M3W4DT5H6M7.5S')", 'Duration', 'P1Y2M25DT5H6M7.5S'],
  ["duration('PT0S')", 'Duration', 'PT0S'],
  ["duration('-P1M')", 'Duration', 'P-1M'],
  ['duration({seconds: -1, nanoseconds: 500000000})', 'Duration', 'PT-0.5S'],
  ['duration({seconds: 1, nanoseconds: -500000000})', 'Duration', 'PT0.5S'],
  ['duration({months: -14, days: -3, seconds: -3661})', 'Duration', 'P-1Y-2M-3DT-1H-1M-1S'],
  ['duration({months: 14, days: -3, seconds: 3600})', 'Duration', 'P1Y2M-3DT1H'],
  ['point({x: 1.2, y: 3.4})', 'Point', 'SRID=7203;POINT (1.2 3.4)'],
  ['point({x: 1, y: 2, z: 3})', 'Point', 'SRID=9157;POINT Z (1.0 2.0 3.0)'],
  ['point({longitude: 12.5, latitude: 55.7, height: 100})', 'Point', 'SRID=4979;POINT Z (12.5 55.7 100.0)'],
];
/** What may be given with its type comes back as it was. */
const given: TypedValue[] = [
  typed('Integer', '9007199254740993'),
  typed('Float', '1.5'),
  typed('String', 'x'),
  typed('Boolean', false),
  typed('Null', null),
  typed('List', [typed('Integer', '1'), typed('String', 'a')]),
  typed('Map', { a: typed('Integer', '-9223372036854775808') }),
];
const givenToNeo4j: TypedValue[] = [
  typed('Float', 'NaN'),
  typed('Float', '2.0'),
  typed('Base64', 'A2+/'),
  typed('Date', '-0005-01-01'),
  typed('Date', '+12345-01-01'),
  typed('LocalTime', '12:50:35.556'),
  typed('Time', '12:50:35.556-01:30'),
  typed('LocalDateTime', '2015-07-04T19:32:24'),
  typed('OffsetDateTime', '2015-11-21T21:40:32.142Z'),
  typed('ZonedDateTime', '2015-11-21T21:40:32.142Z[Antarctica/Troll]'),
  typed('Duration', 'P1Y2M25DT5H6M7.5S'),
  typed('Duration', 'P-1Y-2M-3DT-1H-1M-1S'),
  typed('Point', 'SRID=7203;POINT (1.2 3.4)'),
  typed('Point', 'SRID=9157;POINT Z (1.0 2.0 3.0)'),
];

describeEngines('the values of typed Cypher', (engine) => {
  const isNeo4j = engine.name === 'neo4j';
  let store: OpenedStore;
  let api: Api;
  beforeAll(async () => {
    store = await openEmpty(engine);
    api = await serve(store, { query: { writes: true, timeoutMs: 20_000, rows: 100, concurrency: 5, memoryMb: 1024 } });
    const create =
      "CREATE (:Person:Zed {name: 'Alice', age: 42, height: 1.0, tags: ['x', 'y']})-[:LIKES {since: 'forever', much: 2.0}]->" +
      "(:Person {name: 'Phil'})<-[:KNOWS]-(:Nobody)";
    await ask(api, create, { mode: 'write' });
  });
  afterAll(async () => {
    await api?.close();
    await store?.close();
  });

  it.each([...shared, ...(isNeo4j ? neo4jOnly : [])])('%s is of type %s', async (expression, $type, _value) => {
    const { rows } = await ask(api, `RETURN ${expression} AS value`);
    expect(rows).toEqual([[{ $type, _value }]]);
  });

  it.each([...given, ...(isNeo4j ? givenToNeo4j : [])])('gives back %j', async (value) => {
    expect((await ask(api, 'RETURN $value AS value', { parameters: { value } })).rows).toEqual([[value]]);
  });

  it('takes plain JSON for what it is', async () => {
    // The embedded engine would answer whole numbers beside fractions as fractions, so the gate refuses these there.
    const value = [1, ...(isNeo4j ? [1.5] : []), 'x', true, null, { a: [-3] }];
    expect((await ask(api, 'RETURN $value AS value', { parameters: { value } })).rows).toEqual([
      [
        typed('List', [
          typed('Integer', '1'),
          ...(isNeo4j ? [typed('Float', '1.5')] : []),
          typed('String', 'x'),
          typed('Boolean', true),
          typed('Null', null),
          typed('Map', { a: typed('List', [typed('Integer', '-3')]) }),
        ]),
      ],
    ]);
  });

  it('writes nodes, relationships and paths as the Query API does', async () => {
    const { rows } = await ask(api, 'MATCH p = (a:Zed)-[r:LIKES]->(b)<-[:KNOWS]-(c) RETURN p, a, r, b');
    const [path, node, relationship, end] = rows[0] ?? [];
    const [a, r, b] = [node, relationship, end].map(
      (of) => (of?._value as { _element_id?: string } | undefined)?._element_id,
    );
    expect(new Set([a, r, b].filter((id) => typeof id === 'string' && id !== '')).size).toBe(3);
    const alice = typed('Node', {
      _element_id: a,
      _labels: expect.toSatisfy((labels: string[]) => [...labels].sort().join() === 'Person,Zed'),
      _properties: {
        name: typed('String', 'Alice'),
        age: typed('Integer', '42'),
        height: typed('Float', '1.0'),
        tags: typed('List', [typed('String', 'x'), typed('String', 'y')]),
      },
    });
    expect(node).toEqual(alice);
    const likes = {
      _element_id: r,
      _start_node_element_id: a,
      _end_node_element_id: b,
      _type: 'LIKES',
    };
    expect(relationship).toEqual(
      typed('Relationship', {
        ...likes,
        _properties: { since: typed('String', 'forever'), much: typed('Float', '2.0') },
      }),
    );
    expect(path?.$type).toBe('Path');
    const steps = path?._value as TypedValue[];
    expect(steps.map(({ $type }) => $type)).toEqual(['Node', 'Relationship', 'Node', 'Relationship', 'Node']);
    expect(steps[1]?._value).toMatchObject(likes);
    expect(steps[3]?._value).toMatchObject({ _type: 'KNOWS', _end_node_element_id: b });
    expect(steps[2]).toEqual(
      typed('Node', { _element_id: b, _labels: ['Person'], _properties: { name: typed('String', 'Phil') } }),
    );
  });
});
