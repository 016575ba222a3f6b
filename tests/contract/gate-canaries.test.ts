// Why the gate refuses what it refuses: what the embedded engine answers otherwise today. An upgrade that mends something fails here.
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Engine } from '../../server/store/engine.ts';
import { openEngine } from '../../server/store/open.ts';
import { loadStatements } from '../../server/store/statements.ts';
import { describeEngines } from './engines.ts';

const data =
  "CREATE (a:A {key: 'a', n: 1, list: ['x']})-[:KNOWS {w: 1}]->(b:B:C {key: 'b', n: 2})-[:KNOWS]->(:C {key: 'c'})";

/** The embedded engine's answer, then Neo4j's; `error` for either where it refuses the statement as it runs. */
const canaries: [item: string, statement: string, wrong: unknown[] | 'error', right: unknown[] | 'error'][] = [
  ['relation types without regard to case', 'MATCH ()-[r:knows]->() RETURN count(r) AS c', [{ c: 2 }], [{ c: 0 }]],
  ['a type asked like a label', 'MATCH ()-[r]->() WHERE r:KNOWS RETURN count(r) AS c', [{ c: 0 }], [{ c: 2 }]],
  [
    'a node in the nodes of a path',
    'MATCH p = (a:A)-->() WHERE a IN nodes(p) RETURN count(p) AS c',
    [{ c: 0 }],
    [{ c: 1 }],
  ],
  [
    'a node out of a list, compared',
    'MATCH p = (a:A)-->() WHERE nodes(p)[0] = a RETURN count(p) AS c',
    [{ c: 0 }],
    [{ c: 1 }],
  ],
  ['a property that equals null', 'MATCH (n:A {nothing: null}) RETURN count(n) AS c', [{ c: 1 }], [{ c: 0 }]],
  ['a row of powers', 'RETURN 2.0 ^ 3 ^ 2 > 100 AS a', [{ a: true }], [{ a: false }]],
  ['half of a negative number, rounded', 'RETURN round(-2.5) > -2.5 AS a', [{ a: false }], [{ a: true }]],
  ['a text split at nothing', "RETURN size(split('ab', '')) AS a", [{ a: 4 }], [{ a: 2 }]],
  ['a text split at several', "RETURN split('a,b;c', [',', ';']) AS a", [{ a: null }], [{ a: ['a', 'b', 'c'] }]],
  ['a large float as text', 'RETURN toString(1e20) AS a', [{ a: '100000000000000000000' }], [{ a: '1.0E20' }]],
  ['a number as boolean', 'RETURN toBoolean(1) AS a', [{ a: null }], [{ a: true }]],
  ['a length below 0', "RETURN left('abc', -1) AS a", [{ a: '' }], 'error'],
  ['a list of null, reversed', 'MATCH (n:C) RETURN reverse(n.n) AS a ORDER BY a LIMIT 1', [{ a: null }], 'error'],
  ['a range up to null', "MATCH (n:C {key: 'c'}) RETURN range(1, n.n) AS a", [{ a: null }], 'error'],
  ['a number as condition', 'MATCH (n:A) WHERE n.n RETURN count(n) AS c', [{ c: 0 }], 'error'],
  [
    'a path between a node and itself',
    "MATCH p = shortestPath((:A {key: 'a'})-[*..3]-(:A {key: 'a'})) RETURN count(p) AS c",
    [{ c: 1 }],
    'error',
  ],
  ['lists in an order', 'RETURN [1, 2] < [1, 3] AS a', [{ a: null }], [{ a: true }]],
  ['variables in another order', 'WITH 1 AS b, 2 AS a RETURN *', [{ b: 1, a: 2 }], [{ a: 2, b: 1 }]],
  [
    'a node that was not found, matched alone',
    'MATCH (n:A) OPTIONAL MATCH (n)<-[:KNOWS]-(m) MATCH (m) RETURN count(*) AS c',
    [{ c: 1 }],
    [{ c: 0 }],
  ],
  [
    'two steps behind an aggregate, the first of which finds nothing',
    'MATCH (n:A) WITH n, count(*) AS k MATCH (n)<-[:KNOWS]-(m)-[:KNOWS]->(o) RETURN o.key AS key',
    'error',
    [],
  ],
  ['unusual escapes', "RETURN size('\\b\\f') AS a", [{ a: 4 }], [{ a: 2 }]],
];

describeEngines('what the gate keeps from the embedded engine', (testEngine) => {
  let engine: Engine;
  beforeAll(async () => {
    const settings = await testEngine.settings();
    engine = await openEngine(settings, loadStatements(settings.kind));
    await engine.transaction((tx) => tx.run(data, {}));
  });
  afterAll(() => engine?.close());

  for (const [item, statement, wrong, right] of canaries) {
    it(item, async () => {
      const expected = testEngine.name === 'embedded' ? wrong : right;
      if (expected === 'error') return expect(engine.read(statement, {})).rejects.toThrow();
      const rows = await engine.read(statement, {});
      expect(rows).toEqual(expected);
      expect(rows.map((row) => Object.keys(row))).toEqual(expected.map((row) => Object.keys(row as object)));
    });
  }
});
