// A statement or two for each form of the shared subset, over the bundled reports; a row's values do not depend on its order.

/** With the parameters they are run with. */
export const subset: readonly (readonly [statement: string, parameters?: Record<string, unknown>])[] = [
  ['MATCH (n:Claim) RETURN n.kind, count(*) ORDER BY count(*) DESC, n.kind'],
  ['MATCH (n:Claim) RETURN DISTINCT n.kind AS kind, n.stance AS stance'],
  ['MATCH (n:Claim) RETURN n.kind AS kind, sum(n.number) AS sum, min(n.number) AS least, max(n.number) AS most'],
  ['MATCH (n:Claim) WHERE n.number IS NOT NULL RETURN avg(n.number) AS mean, toFloat(sum(n.number)) / 4 AS quarter'],
  [
    'MATCH (a:Actor)-[r:OPPOSES|SUPPORTS]->(p:Plan) RETURN a.name, type(r) AS stance, p.name, r.originsMin, r.originsMax',
  ],
  [
    'MATCH (a:Actor)-[r:OPPOSES]->(p:Plan) WHERE r.originsMax > 1 AND NOT r.contested RETURN a.name, r.articles AS articles',
  ],
  ['MATCH (a)-[r]->(p:Plan) WHERE type(r) IN $types RETURN a.name, p.name', { types: ['OPPOSES', 'DEFERS_ON'] }],
  ['MATCH (a:Article) OPTIONAL MATCH (a)<-[:PUBLISHED]-(o:Outlet) RETURN a.key, o.name, o IS NULL AS unknown'],
  [
    "MATCH (a:Article) OPTIONAL MATCH (a)-[:CONTAINS]->(s:Assertion) WHERE s.mode = 'denies' RETURN a.key, count(s) AS denials",
  ],
  [
    'MATCH (a:Article) WITH a, COUNT { (a)-[:CONTAINS]->() } AS size WHERE size > 2 RETURN a.key, size ORDER BY size DESC, a.key',
  ],
  ["MATCH (c:Claim) WHERE EXISTS { MATCH (c)<-[:ABOUT]-(a:Assertion) WHERE a.mode = 'denies' } RETURN c.key"],
  ['MATCH (c:Claim) WHERE NOT (c)-[:TARGET]->(:Plan) RETURN count(c) AS c'],
  ['MATCH (c:Claim)-[:HOLDER]->(h), (c)-[:TARGET]->(t) RETURN h.name, t.name, count(DISTINCT c) AS claims'],
  [
    'MATCH (a:Assertion)-[:ABOUT]->(c) WITH c, count(a) AS n ORDER BY n DESC, c.key LIMIT 3 MATCH (c)-[:HOLDER]->(h) RETURN c.key, n, h.name',
  ],
  [
    'MATCH p = (a:Actor)-[:OPPOSES]->(:Plan)<-[:SUPPORTS]-(b:Actor) RETURN [x IN nodes(p) | x.name] AS names, length(p) AS hops',
  ],
  [
    'MATCH p = (:Article {key: $key})-[*1..2]->(x) RETURN length(p) AS hops, count(*) AS ways',
    { key: 'article:kyiv-independent-2024-10-24' },
  ],
  [
    "MATCH p = shortestPath((a:Country {name: 'Hungary'})-[*..4]-(b:Country {name: 'France'})) RETURN length(p) AS hops",
  ],
  [
    "MATCH (a:Country {name: 'Hungary'}), (b:Country) WHERE a <> b MATCH p = shortestPath((a)-[*..4]-(b)) RETURN b.name, length(p) AS hops",
  ],
  [
    'MATCH (a:Country {name: $a}), (b:Country {name: $b}) MATCH p = shortestPath((a)-[*..4]-(b)) RETURN length(p) AS hops',
    { a: 'Hungary', b: 'Poland' },
  ],
  [
    'MATCH (a:Country {name: $a}), (b:Country {name: $b}) WHERE a.name <> b.name MATCH p = shortestPath((a)-[*..4]-(b)) RETURN length(p) AS hops',
    { a: 'Hungary', b: 'Hungary' },
  ],
  ["MATCH (p:Person) WHERE any(x IN p.aliases WHERE x CONTAINS 'Z') RETURN p.name"],
  [
    'MATCH (p:Person) RETURN p.name, all(x IN p.aliases WHERE size(x) > 5) AS long, none(x IN p.aliases WHERE x STARTS WITH "Z") AS other',
  ],
  ['MATCH (p:Person) UNWIND p.aliases AS alias RETURN alias, p.name'],
  ['MATCH (n) UNWIND labels(n) AS label RETURN label, count(*) AS c'],
  ["MATCH (n) RETURN [l IN ['Person', 'Country', 'Plan'] WHERE l IN labels(n)] AS kinds, count(*) AS c"],
  ['MATCH (n) WHERE n:Person OR n:Country RETURN n.name, n:Person AS person'],
  ['MATCH (p:Person) RETURN p {.key, .name, letters: size(p.name)} AS person'],
  [
    'MATCH (p:Person) WITH p ORDER BY p.name WITH collect(p.name) AS names RETURN names[..3] AS some, head(names) AS first, last(names) AS last, size(names) AS n',
  ],
  [
    'MATCH (p:Person) RETURN toUpper(p.name) AS a, left(p.name, 3) AS b, replace(p.name, "a", "o") AS c, split(p.name, " ") AS d',
  ],
  ['MATCH (a:Article) RETURN substring(a.publishedFrom, 0, 7) AS month, count(*) AS articles'],
  ['MATCH (a:Article) RETURN coalesce(a.author, a.title, "?") AS by, isEmpty(coalesce(a.text, "")) AS bare'],
  [
    "MATCH (c:Claim) RETURN CASE c.kind WHEN 'stance' THEN 1 ELSE 0 END AS stance, CASE WHEN c.number > 3 THEN 'many' ELSE 'few' END AS size, count(*) AS n",
  ],
  ["MATCH (c:Claim) WHERE c.text =~ '(?i).*nato.*' RETURN count(c) AS c"],
  ['MATCH (c:Claim) WHERE c.text =~ $pattern RETURN count(c) AS c', { pattern: '.*Ukraine.*' }],
  ['MATCH (c:Claim) WHERE NOT c.stance IN $stances RETURN count(c) AS c', { stances: [] }],
  ['MATCH (c:Claim) RETURN c.stance IN ["opposes", "supports"] AS clear, count(*) AS c'],
  [
    'UNWIND $rows AS row MATCH (n:Person {key: row.key}) RETURN n.name, row.weight AS weight',
    { rows: [{ key: 'person:viktor-orban', weight: 2 }] },
  ],
  ['UNWIND range(1, 5) AS x RETURN x, x / 2 AS half, x % 2 AS odd, x ^ 2 AS square, x * 1.5 AS more, -x AS less'],
  [
    'UNWIND [1, 2, 3] AS x RETURN reduce(s = 0, y IN range(1, x) | s + y) AS sum, [y IN range(1, x) WHERE y > 1 | y * 2] AS twice',
  ],
  ['UNWIND [3, 1, null, 2] AS x RETURN x ORDER BY x DESC SKIP $skip LIMIT $limit', { skip: 1, limit: 2 }],
  ['MATCH (p:Person) RETURN p.name AS name UNION MATCH (c:Country) RETURN c.name AS name'],
  ['MATCH (p:Person) CALL { WITH p MATCH (p)-[r]->() RETURN count(r) AS out } RETURN p.name, out'],
  [
    'MATCH (p:Person) CALL (p) { OPTIONAL MATCH (p)-[:HOLDS_OFFICE]->(c) RETURN c.name AS office ORDER BY office LIMIT 1 } RETURN p.name, office',
  ],
  ['WITH 1 AS b, "x" AS a RETURN *'],
  ['MATCH (p:Person) RETURN p ORDER BY p.name LIMIT 3'],
  ['MATCH (:Actor)-[r:OPPOSES]->(p:Plan) RETURN r, p.key AS plan, count(*) AS c'],
  ["MATCH p = (:Person {name: 'Viktor Orbán'})-[:HOLDS_OFFICE]->(:Country) RETURN p"],
  [
    "RETURN 'a' || 'b' AS a, 1_000 AS b, 0x1F AS c, .5 AS d, 2.0 AS e, [1.0, 2.5] AS f, {x: 2.0, y: 1} AS g, toFloat(3) AS h, floor(2.5) AS i",
  ],
  [
    'RETURN ceil(1) AS a, floor(1) AS b, sqrt(4) AS c, sign(2.5) AS d, abs(-1) AS e, abs(-1.5) AS f, 2 ^ 2 AS g, toInteger(2.7) AS h, 4 / 2.0 AS i',
  ],
  [
    "RETURN TOUPPER('a') AS a, Size([1]) AS b, COALESCE(null, 1) AS c, TRUE and Not FALSE AS d, Null AS e, [x In [1] Where x > 0 | x] AS f",
  ],
  ['MATCH (p:Person) WHERE p.aliases = $aliases RETURN p.name', { aliases: ['Orban'] }],
  ['MATCH (n:Case) WHERE n.name IS NOT NULL RETURN n.name AS `case`'],
];

/** Statements that write, run in this order, and what is looked at in the end. */
export const writes: readonly (readonly [statement: string, parameters?: Record<string, unknown>])[] = [
  ["CREATE (n:Case {key: 'case:gate', name: 'Gate'}) RETURN n.key AS key"],
  [
    'UNWIND $rows AS row MERGE (n:Case {key: row.key}) ON CREATE SET n.name = row.name ON MATCH SET n.description = row.name',
    {
      rows: [
        { key: 'case:gate', name: 'again' },
        { key: 'case:other', name: 'Other' },
      ],
    },
  ],
  ["MATCH (n:Case {key: 'case:other'}) SET n += {description: 'third', name: $name}", { name: 'Changed' }],
  [
    "MATCH (c:Case {key: 'case:gate'}), (a:Article {key: $key}) MERGE (c)-[:COLLECTS]->(a)",
    { key: 'article:kyiv-independent-2024-10-24' },
  ],
  ["MATCH (n:Case {key: 'case:gate'}) SET n:Record REMOVE n.description"],
  ["MATCH (n:Case {key: 'case:other'}) DETACH DELETE n"],
];
export const written =
  'MATCH (n:Case) OPTIONAL MATCH (n)-[r:COLLECTS]->(a) RETURN n.key, n.name, n.description, n:Record AS record, type(r) AS type, a.key';
