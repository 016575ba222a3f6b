// Typed values as text for a cell, as plain JSON and as fields of a file.

import { expect, test } from 'vitest';
import { countedRelation, isDerived } from '../../client/graph/derived.ts';
import { entitiesIn, plainOf } from '../../client/graph/typed.ts';
import { distinctNames, fileOf } from '../../client/state/cypher/export.ts';
import { startRun } from '../../client/state/cypher/run.ts';
import { captionOf, csvField, valueText } from '../../client/text/cypher-values.ts';
import type { TypedValue } from '../../server/schema/cypher.ts';
import { plainText } from '../../server/store/value-text.ts';
import { typed, typedNode, typedRelation } from './cypher-builders.ts';

const hungary = typedNode('n:1', ['Record', 'Actor', 'Country'], { key: 'country:hu', name: 'Hungary' });
const plan = typedNode('n:2', ['Record', 'Plan'], { key: 'plan:p', name: 'Invitation' });
const opposes = typedRelation('e:3', 'OPPOSES', 'n:1', 'n:2', {
  derived: true,
  articles: 3,
  originsMin: 1,
  originsMax: 2,
});
const value = ($type: string, _value: unknown): TypedValue => ({ $type, _value });

test.each<[TypedValue, string]>([
  [value('Null', null), 'null'],
  [value('Integer', '9223372036854775807'), '9223372036854775807'],
  [value('Float', 'NaN'), 'NaN'],
  [value('Boolean', true), 'true'],
  [value('String', 'plain'), 'plain'],
  [typed(['a', 1, null]), '[“a”, 1, null]'],
  [typed({ a: [], b: {} }), '{a: [], b: {}}'],
  [value('Duration', 'P1DT2H'), 'P1DT2H'],
  [value('ZonedDateTime', '2024-10-24T09:00:00+02:00[Europe/Paris]'), '2024-10-24T09:00:00+02:00[Europe/Paris]'],
  [value('Point', 'SRID=4326;POINT (12.5 41.9)'), 'point(12.5, 41.9), WGS-84'],
  [value('Point', 'SRID=9157;POINT Z (1.0 2.0 3.0)'), 'point(1.0, 2.0, 3.0), Cartesian, 3D'],
  [value('Base64', 'AQIDBA=='), '4 bytes'],
  [hungary, '(Hungary)'],
  [value('Path', [hungary, opposes, plan]), '(Hungary)-[OPPOSES]->(Invitation)'],
  [value('Path', [plan, opposes, hungary]), '(Invitation)<-[OPPOSES]-(Hungary)'],
  [value('Later', { odd: 1 }), '{"odd":1}'],
])('%j in one line is %s', (one, text) => {
  expect(valueText(one)).toBe(text);
});

test('long values are cut, and say how much is left out', () => {
  expect(valueText(value('String', 'x'.repeat(500))).length).toBe(160);
  expect(valueText(typed(Array.from({ length: 1000 }, (_, at) => at)), 20)).toBe('[0, 1, 2, 3, 4, 5, 6, … 993 more]');
});

test('a node is called by what names it, or by its label and id', () => {
  expect(captionOf(hungary._value)).toBe('Hungary');
  expect(captionOf(typedNode('n:9', ['Film'], { title: '', year: 1999 })._value)).toBe('Film n:9');
});

test('plain JSON keeps every digit and every name', () => {
  expect(plainOf(value('Integer', '42'))).toBe(42);
  expect(plainOf(value('Integer', '9223372036854775807'))).toBe('9223372036854775807');
  expect(plainOf(value('Float', 'Infinity'))).toBe('Infinity');
  expect(plainOf(value('Boolean', 'false'))).toBe(false);
  expect(JSON.stringify(plainOf(value('Map', JSON.parse('{"__proto__": {"$type": "Integer", "_value": "1"}}'))))).toBe(
    '{"__proto__":1}',
  );
  expect(plainOf(opposes)).toMatchObject({
    elementId: 'e:3',
    startNodeElementId: 'n:1',
    endNodeElementId: 'n:2',
    type: 'OPPOSES',
    properties: { articles: 3 },
  });
  expect(Object.keys(plainOf(opposes) as object)).toEqual(
    // As POST /api/query answers in plain JSON.
    Object.keys(JSON.parse(plainText.relationship('e:3', 'n:1', 'n:2', 'OPPOSES', ''))),
  );
});

test('nodes and relations are found however deep they are', () => {
  const deep = value('List', [value('Map', { a: value('Path', [hungary, opposes, plan]) }), hungary]);
  expect([...entitiesIn(deep)].map((one) => (one.kind === 'node' ? one.node._element_id : one.relation._type))).toEqual(
    ['n:1', 'OPPOSES', 'n:2', 'n:1'],
  );
});

test('a derived relation says what it rests on, one of its type without counts does not', () => {
  expect(isDerived(opposes._value)).toBe(true);
  expect(countedRelation(opposes._value)).toMatchObject({
    articles: 3,
    originsMin: 1,
    originsMax: 2,
    contested: false,
  });
  const bare = typedRelation('e:4', 'SUPPORTS', 'n:1', 'n:2', {})._value;
  expect([isDerived(bare), countedRelation(bare)]).toEqual([true, undefined]);
  expect(isDerived(typedRelation('e:5', 'HOLDER', 'n:1', 'n:2', {})._value)).toBe(false);
});

const fields: [TypedValue, string][] = [
  [value('Null', null), ''],
  [value('String', '=HYPERLINK("x")'), '"\'=HYPERLINK(""x"")"'],
  [value('String', '@SUM(A1)'), "'@SUM(A1)"],
  [value('String', '-1'), "'-1"],
  [value('Integer', '-1'), '-1'],
  [value('Float', '-0.5'), '-0.5'],
  [value('String', 'a "b", c'), '"a ""b"", c"'],
  [value('String', 'two\nlines'), '"two\nlines"'],
  [value('Point', 'SRID=4326;POINT (12.5 41.9)'), 'SRID=4326;POINT (12.5 41.9)'],
  [typed([1, 'a']), '"[1,""a""]"'],
];
test.each(fields)('%j as a field of a CSV file is %s', (one, text) => {
  expect(csvField(one)).toBe(text);
});

test('a file holds all rows in its form, and columns of one name apart', async () => {
  const lines = [
    '{"columns":["a","a"]}',
    JSON.stringify([typed('x,y'), typed(1)]),
    JSON.stringify([typed(null), typed(2)]),
    '{"summary":{"rows":2}}',
  ];
  const run = startRun({ statement: '' }, () => Promise.resolve(new Response(lines.join('\n'))));
  await run.ended;
  expect(distinctNames(['a', 'a', 'b', 'a'])).toEqual(['a', 'a (2)', 'b', 'a (3)']);
  expect(await (await fileOf(run, 'csv')).text()).toBe('a,a\r\n"x,y",1\r\n,2\r\n');
  const [...mark] = new Uint8Array(await (await fileOf(run, 'csv')).arrayBuffer()).slice(0, 3);
  expect(mark).toEqual([0xef, 0xbb, 0xbf]);
  expect(JSON.parse(await (await fileOf(run, 'json')).text())).toEqual([
    { a: 'x,y', 'a (2)': 1 },
    { a: null, 'a (2)': 2 },
  ]);
  expect(await (await fileOf(run, 'ndjson')).text()).toBe(`${lines.slice(0, 3).join('\n')}\n`);
});
