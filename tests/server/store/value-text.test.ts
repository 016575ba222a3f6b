// Numbers as the Query API writes them, and how the embedded engine's whole floats are told from its integers.
import { createRequire } from 'node:module';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { PlanNode } from '../../../server/schema/cypher.ts';
import { kindsOf } from '../../../server/store/embedded-kinds.ts';
import { notReading, planTree } from '../../../server/store/embedded-plan.ts';
import { floatText, plainText, typedText } from '../../../server/store/value-text.ts';

const { GrafeoDB } = createRequire(import.meta.url)('@grafeo-db/js') as typeof import('@grafeo-db/js');

it.each([
  [1, '1.0'],
  [-0, '-0.0'],
  [0, '0.0'],
  [9999999, '9999999.0'],
  [1e7, '1.0E7'],
  [0.001, '0.001'],
  [0.0001, '1.0E-4'],
  [1.5e-9, '1.5E-9'],
  [1e300, '1.0E300'],
  [Number.NaN, 'NaN'],
  [Number.NEGATIVE_INFINITY, '-Infinity'],
])('writes %d as Java does', (value, text) => {
  expect(floatText(value)).toBe(text);
});

it('writes every float so that it is read back as it was', () => {
  fc.assert(fc.property(fc.double(), (value) => Object.is(Number(floatText(value)), value)));
});

it('writes any text so that JSON reads it back, without a line feed', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (value) => {
      const text = typedText.string(value);
      expect(JSON.parse(text)).toEqual({ $type: 'String', _value: value });
      expect(text).not.toContain('\n');
      expect(JSON.parse(plainText.string(value))).toBe(value);
    }),
  );
});

it('finds the floats among the columns, in lists, maps and properties', async () => {
  const db = GrafeoDB.create();
  await db.executeCypher('CREATE (:A {whole: 1, float: 2.0, list: [1.0]})');
  const result = await db.executeCypher(
    "MATCH (n:A) RETURN n AS n, 1 AS whole, 1.0 AS float, 'x' AS text, [2.0] AS list, {f: 1.0, w: 1} AS map",
  );
  const kinds = kindsOf(result.toArrowIPC());
  expect([...kinds.keys()].sort()).toEqual(['float', 'list', 'map', 'n', 'text', 'whole']);
  const float = (name: string) => kinds.get(name)?.float;
  expect(['whole', 'float', 'text', 'list', 'map', 'n'].map(float)).toEqual([false, true, false, false, false, false]);
  expect(kinds.get('list')?.item?.float).toBe(true);
  const entries = (name: string) => [...(kinds.get(name)?.entries ?? [])].map(([key, { float: is }]) => [key, is]);
  expect(Object.fromEntries(entries('map'))).toEqual({ f: true, w: false });
  expect(Object.fromEntries(entries('n'))).toMatchObject({ whole: false, float: true });
  expect(kinds.get('n')?.entries?.get('list')?.item?.float).toBe(true);
  db.close();
});

it.each([
  ['MATCH (n:A) WHERE n.x > 1 RETURN n.x AS x ORDER BY x LIMIT 3', undefined],
  ['MATCH (a) WHERE EXISTS { MATCH (a)-->(b) } RETURN count(*) AS n', undefined],
  ["MATCH (a) WHERE a.key = 'x\n  Create (y)' RETURN a.key AS key", undefined],
  ['CREATE (n:A)', 'Create'],
  ['MATCH (n) SET n.x = 1', 'SetProperty'],
  ['MATCH (n) DETACH DELETE n', 'DeleteNode'],
  ["LOAD CSV FROM 'file:///etc/hostname' AS line RETURN line AS line", 'LoadCsv'],
  ['CALL db.labels() YIELD label RETURN label AS label', 'CallProcedure'],
])('reads the plan of %j', async (text, other) => {
  const db = GrafeoDB.create();
  const plan = String((await db.executeCypher(`EXPLAIN ${text}`)).get(0).plan);
  expect(notReading(plan)).toBe(other);
  db.close();
});

it.each([
  ["MATCH (a:A)-[:CITES]->(b) WHERE a.name = ')' OR b.name = '(' RETURN b.name AS n", 'Expand', '(a)->[:CITES]->(b)'],
  [
    "MATCH (a:A)-[:CITES]->(b) WHERE a.name = ')' OR b.name = '(' RETURN b.name AS n",
    'Filter',
    'a.name Eq ")" Or b.name Eq "("',
  ],
  ["MATCH (a)<-[:CITES*1..2]-(b) WHERE a.name = 'x\"(' RETURN b.name AS n", 'Expand', '(a)<-[:CITES*1..2]<-(b)'],
  ["MATCH (a) WHERE a.name = 'x\"(' RETURN a.name AS n", 'Filter', 'a.name Eq "x\\"("'],
  ['MATCH (a) RETURN size(a.name) AS n', 'Return', 'size(a.name) AS n'],
  ['MATCH (a) RETURN a.name AS n LIMIT 3', 'Limit', '3'],
])('keeps the brackets that belong to a detail, of %j the %s', async (text, operator, details) => {
  const db = GrafeoDB.create();
  const tree = planTree(String((await db.executeCypher(`EXPLAIN ${text}`)).get(0).plan));
  db.close();
  const all = (node: PlanNode | null): PlanNode[] => (node ? [node, ...node.children.flatMap(all)] : []);
  expect(
    all(tree)
      .filter((node) => node.operator === operator)
      .map((node) => node.details),
  ).toContain(details);
});

it('makes a tree of a plan', () => {
  const plan = 'Limit (3)\n  Join (Inner)\n    NodeScan (a:A)\n    Expand (a)->[:*]->(b)\n      NodeScan (b:*)\n';
  const tree = planTree(plan);
  expect(tree).toMatchObject({ operator: 'Limit', details: '3' });
  expect(tree?.children[0]?.children.map(({ operator, details }) => [operator, details])).toEqual([
    ['NodeScan', 'a:A'],
    ['Expand', '(a)->[:*]->(b)'],
  ]);
  expect(tree?.children[0]?.children[1]?.children).toMatchObject([{ operator: 'NodeScan', details: 'b:*' }]);
});
