// Each rule for cypher/ fires on what it is about, and lets the spelling it recommends pass; the statements keep them all.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { checkServer, checkStatements } from '../../../scripts/check-cypher.ts';
import { checkCypher, columnsOf } from '../../../scripts/cypher-rules.ts';
import { testStatements } from '../../contract/statements.ts';
import { tempFolder } from '../../temp.ts';

const cases: [rule: string, refused: string[], passed: string[]][] = [
  [
    'alias',
    ['MATCH (n) RETURN n.key', 'MATCH (n) WITH count(n) RETURN 1 AS one', 'MATCH (n) RETURN count(*)'],
    [
      'MATCH (n) WITH n WHERE n.a = 1 RETURN n.key AS key, count(n) AS c',
      'MATCH (n) WHERE n.a STARTS WITH $a + "x" RETURN n.a AS a',
    ],
  ],
  [
    'bare-entity',
    ['MATCH (n:A) RETURN n', 'MATCH (a)-[r:R]->(b) RETURN r AS relation', 'MATCH p = (a)-->(b) RETURN p AS path'],
    ['MATCH (n:A) RETURN properties(n) AS n', 'UNWIND $rows AS row RETURN row AS row'],
  ],
  [
    'entity-expression',
    ['MATCH (n:A) RETURN coalesce(n, 1) AS n2', 'MATCH (n:A) RETURN CASE WHEN 1 = 1 THEN n ELSE 1 END AS x'],
    [
      'MATCH (n:A) RETURN coalesce(n.name, n.key) AS x',
      'MATCH (n:A) RETURN CASE WHEN 1 = 1 THEN n.key ELSE 1 END AS x',
    ],
  ],
  [
    'entity-copy',
    ['MATCH (a:A), (b:B) SET a = b', 'MATCH (a:A), (b:B) SET a += b', 'MATCH (a:A), (b:B) SET a.x = 1, a += b'],
    [
      'MATCH (a:A), (b:B) SET a += properties(b)',
      'UNWIND $rows AS row MERGE (a:A {key: row.key}) SET a += row.properties',
      'MATCH (a:A), (b:B) SET a.x = b.x',
    ],
  ],
  [
    'label-alternatives',
    ['MATCH (n:A|B) RETURN n.k AS k', 'MATCH (:A&B) RETURN 1 AS k', 'MATCH (n:!A) RETURN n.k AS k'],
    ['MATCH (n)-[:A|B]->() WHERE n:A OR n:B RETURN n.k AS k'],
  ],
  ['inline-where', ['MATCH (n:A WHERE n.x = 1) RETURN n.k AS k'], ['MATCH (n:A) WHERE (n.x = 1) RETURN n.k AS k']],
  [
    'temporal',
    [
      'RETURN date() AS d',
      "RETURN datetime('2024') AS d",
      'RETURN duration.between($a, $b) AS d',
      "WITH date.truncate('day', $d) AS d RETURN d",
    ],
    ['MATCH (n) WHERE n.date = $date RETURN n.time AS time'],
  ],
  [
    'quantified-path',
    [
      'MATCH ((a)-[:R]->(b)){1,3} RETURN 1 AS k',
      'MATCH (a)-[:R]->+(b) RETURN 1 AS k',
      'MATCH (a)-[:R]->{1,2}(b) RETURN 1 AS k',
    ],
    ['MATCH (a)-[:R*1..3]->(b) WHERE size(a.x) + 1 > (2) RETURN 1 AS k'],
  ],
  [
    'shortest',
    [
      'MATCH p = allShortestPaths((a)-[*..3]-(b)) RETURN 1 AS k',
      'MATCH (a), (b) RETURN length(shortestPath((a)-[*..3]-(b))) AS l',
      'MATCH p = ANY SHORTEST (a)-->(b) RETURN 1 AS k',
    ],
    ['MATCH p = shortestPath((a)-[*..3]-(b)) RETURN length(p) AS l'],
  ],
  ['load-csv', ["LOAD CSV FROM 'file:///etc/passwd' AS row RETURN row"], ["RETURN 'LOAD CSV' AS text"]],
  [
    'call-scope',
    ['MATCH (n) CALL (n) { RETURN 1 AS one } RETURN one', 'MATCH (n) CALL { WITH n DETACH DELETE n } IN TRANSACTIONS'],
    ['MATCH (n) CALL { WITH n RETURN n.k AS k } RETURN k'],
  ],
  [
    'procedure',
    ['CALL db.labels() YIELD label RETURN label', 'CALL apoc.help("x") YIELD name RETURN name'],
    ['MATCH (n) CALL { WITH n RETURN 1 AS one } RETURN one'],
  ],
  [
    'predicate-function',
    [
      'MATCH (n) WHERE any(x IN n.list WHERE x = 1) RETURN n.k AS k',
      'MATCH (n) WHERE none(x IN n.list WHERE x = 1) RETURN n.k AS k',
    ],
    ['MATCH (n) WHERE all(x IN $words WHERE n.text CONTAINS x) RETURN n.k AS k'],
  ],
  ['sum', ['MATCH (n) RETURN sum(n.x) AS s'], ['MATCH (n) RETURN coalesce(sum(n.x), 0) AS s']],
  ['percentile', ['MATCH (n) RETURN percentileCont(n.x, 0.5) AS p'], ['MATCH (n) RETURN avg(n.x) AS p']],
  [
    'pattern-comprehension',
    ['MATCH (a) RETURN [(a)-[:R]->(b) | b.name] AS names'],
    ['MATCH (a) RETURN [x IN a.list WHERE x > (1) - 2] AS l'],
  ],
  [
    'path-comprehension',
    ['MATCH p = (a)-->(b) RETURN [x IN nodes(p)] AS l', 'MATCH p = (a)-->(b) RETURN [x IN nodes(p) | x] AS l'],
    ['MATCH p = (a)-->(b) RETURN [x IN nodes(p) | x.key] AS l'],
  ],
  ['negative-slice', ['RETURN $list[-2..] AS l', 'RETURN $list[0..-1] AS l'], ['RETURN $list[0..2] AS l']],
  [
    'label-order',
    ['MATCH (n) RETURN labels(n)[0] AS l', 'MATCH (n) RETURN head(labels(n)) AS l'],
    ['MATCH (n) RETURN labels(n) AS l'],
  ],
  [
    'reserved-name',
    ['MATCH (n) RETURN n._id AS k', 'MATCH (n) RETURN n.k AS _type'],
    ['MATCH (n) RETURN n.id AS type'],
  ],
  ['conversion', ['RETURN toInteger($x) AS i', 'RETURN toFloatOrNull($x) AS f'], ['RETURN toString($x) AS t']],
  ['internal-id', ['MATCH (n) RETURN id(n) AS i'], ['MATCH (n) RETURN elementId(n) AS i, n.id AS j']],
  [
    'subquery-return',
    [
      'MATCH (n) RETURN COLLECT { MATCH (n)-->(m) RETURN m.k AS k } AS l',
      'MATCH (n) WHERE EXISTS { MATCH (n)-->(m) RETURN m } RETURN n.k AS k',
    ],
    ['MATCH (n) WHERE EXISTS { MATCH (n)-->(m) WHERE m.x = 1 } RETURN collect(n.k) AS k'],
  ],
  [
    'dynamic',
    ['MATCH (n) SET n[$k] = 1', 'MATCH (n:$($label)) RETURN n.k AS k'],
    ['MATCH (n {key: $key}) SET n.k = 1'],
  ],
  [
    'function',
    ['RETURN randomUUID() AS u', 'RETURN point({x: 1, y: 2}) AS p', 'RETURN apoc.text.join($l, "") AS t'],
    ['RETURN size($l) AS u'],
  ],
  [
    'limit',
    ['MATCH (n) RETURN n.k AS k LIMIT $a + 1', 'MATCH (n) RETURN n.k AS k SKIP toString($x)'],
    ['MATCH (n) RETURN n.k AS k SKIP $a LIMIT $limit UNION ALL MATCH (n) RETURN n.k AS k LIMIT 10'],
  ],
  [
    'optional-where',
    [
      'MATCH (a) OPTIONAL MATCH (a)-->(b) WHERE (b)-->(:X) RETURN b.k AS k',
      'MATCH (a) OPTIONAL MATCH (a)-->(b) WHERE EXISTS { MATCH (b)-->() } RETURN b.k AS k',
      'MATCH (a) OPTIONAL MATCH (a)-->(b) WHERE COUNT { (b)-->() } > 1 RETURN b.k AS k',
    ],
    [
      'MATCH (a) OPTIONAL MATCH (a)-->(b) WHERE b.x = 1 AND b.y STARTS WITH $y RETURN b.k AS k',
      'MATCH (a) WHERE (a)-->(:X) OPTIONAL MATCH (a)-->(b) RETURN b.k AS k',
    ],
  ],
  [
    'empty-range',
    ['MATCH (a)-[*2..1]->(b) RETURN b.k AS k', 'MATCH (a)-[*..0]->(b) RETURN b.k AS k'],
    ['MATCH (a)-[*0..2]->(b) RETURN b.k AS k', 'MATCH (a)-[*..2]->(b) RETURN b.k AS k'],
  ],
];

describe.each(cases)('the rule "%s"', (rule, refused, passed) => {
  it.each(refused)('refuses %s', (text) => {
    expect(checkCypher(text).map((finding) => finding.rule)).toContain(rule);
  });
  it.each(passed)('lets %s pass', (text) => {
    expect(checkCypher(text).map((finding) => finding.rule)).not.toContain(rule);
  });
});

it('names the line', () => {
  expect(checkCypher('MATCH (n)\n// RETURN n.a\nRETURN\n  n.key AS key,\n  n.name')).toEqual([
    expect.objectContaining({ line: 5, rule: 'alias' }),
  ]);
});

it('reads the columns of the statement, not of a subquery', () => {
  expect(columnsOf('MATCH (n) CALL { WITH n RETURN 1 AS inner } RETURN n.k AS k, inner ORDER BY k LIMIT 3')).toEqual([
    'k',
    'inner',
  ]);
  expect(columnsOf('MATCH (n) RETURN DISTINCT {a: n.a, b: n.b} AS map')).toEqual(['map']);
});

describe('the check', () => {
  it('finds nothing in cypher/, in the server, nor in the statements of the tests', () => {
    expect(checkStatements()).toEqual([]);
    expect(checkServer()).toEqual([]);
    expect(checkStatements(testStatements)).toEqual([]);
  });

  it('finds a statement in a source file, and a column that is typed otherwise', () => {
    const folder = tempFolder();
    writeFileSync(join(folder, 'sneaky.ts'), "const a = 1;\nconst text = 'MATCH (n) RETURN n';\n");
    expect(checkServer(folder)).toEqual([expect.stringMatching(/sneaky\.ts:2: .*\(placed\)/)]);
    mkdirSync(join(folder, 'cypher', 'read'), { recursive: true });
    writeFileSync(join(folder, 'cypher', 'read', 'one.cypher'), '// one() read one\n// One.\nRETURN 1 AS one\n');
    const types = { 'read/one': { parameters: z.strictObject({}), row: z.strictObject({ two: z.int() }) } };
    expect(checkStatements({ root: join(folder, 'cypher'), types })).toEqual([
      'cypher/read/one.cypher:1: it returns one and is typed for two (columns)',
    ]);
  });
});
