// CASE, arithmetic, comparison, maps, WITH

RETURN 1 + 2 * 3 - 4 AS a, 7 / 2 AS b, 7 % 3 AS c, -7 / 2 AS d, 2 ^ 3 AS e

RETURN 7.0 / 2 AS a, toFloat(7) / 2 AS b, 1.5 + 1 AS c

RETURN abs(-3) AS a, sign(-3) AS b, ceil(1.2) AS c, floor(-1.2) AS d, sqrt(16) AS e

RETURN toInteger(3.7) AS a, toFloat(3) AS b, toString(12) AS c, toString(true) AS d

RETURN 1 < 2 AS a, 1 = 1.0 AS b, 'a' < 'b' AS c, 'a' <> 'A' AS d

RETURN true AND false AS a, true OR false AS b, NOT true AS c, true XOR true AS d

RETURN null AS a, null + 1 AS b, null = 1 AS c, null IS NULL AS d, coalesce(null, 2) AS e

RETURN CASE 2 WHEN 1 THEN 'one' WHEN 2 THEN 'two' ELSE 'many' END AS word

RETURN CASE WHEN 1 > 2 THEN 'a' END AS nothing

MATCH (c:Claim) RETURN CASE c.stance WHEN 'opposes' THEN -1 WHEN 'supports' THEN 1 ELSE 0 END AS sign, count(*) AS many

MATCH (a:Article) RETURN a.key AS key, CASE WHEN a.held THEN 'held' ELSE 'stub' END AS what

MATCH (a:Article) RETURN a.key AS key, CASE WHEN a.publishedFrom IS NULL THEN 'unknown' WHEN a.publishedFrom = a.publishedTo THEN a.publishedTo ELSE a.publishedFrom + '/' + a.publishedTo END AS day

MATCH (a:Assertion) RETURN CASE WHEN a.hedge IS NOT NULL THEN 'hedged' WHEN a.condition IS NOT NULL THEN 'conditional' ELSE 'plain' END AS how, count(*) AS many

RETURN {a: 1, b: 'x', c: [1, 2], d: {e: true}} AS map

WITH {a: 1, b: 'x'} AS map RETURN map.a AS a, map.b AS b

WITH {a: {b: {c: 3}}} AS map RETURN map.a.b.c AS c

MATCH (c:Country {key: 'country:hu'}) RETURN c {.key, .name} AS map

MATCH (c:Country) RETURN c {.key, .iso2, kind: 'country', long: size(c.name)} AS map

MATCH (c:Country)-[r:OPPOSES]->(p:Plan) RETURN {holder: c.key, plan: p.key, most: r.originsMax} AS map

MATCH (c:Country) WITH c.name AS name, size(c.name) AS size WHERE size > 7 RETURN name, size

MATCH (c:Country) WITH c AS n RETURN n.key AS key

MATCH (c:Country) WITH DISTINCT left(c.name, 1) AS letter RETURN letter

MATCH (c:Country) WITH c, size(c.aliases) AS many WITH many, count(c) AS countries RETURN many, countries

MATCH (c:Country) WITH c ORDER BY c.name LIMIT 3 MATCH (c)-[r]->(p:Plan) RETURN c.name AS name, type(r) AS type, p.key AS plan

MATCH (c:Country) WITH count(c) AS countries MATCH (p:Person) RETURN countries, count(p) AS persons

WITH 1 AS x, 2 AS y WITH x + y AS sum, x RETURN sum, x

MATCH (c:Claim) WHERE c.number IS NOT NULL RETURN c.number * 100 / c.of AS percent, c.text AS text

MATCH ()-[r:OPPOSES]->() RETURN r.originsMax - r.originsMin AS spread, count(*) AS many

MATCH ()-[r:OPPOSES]->() RETURN r.originsMin = r.originsMax AS sure, count(*) AS many

MATCH (q:Quote) RETURN q.end - q.start AS length, size(q.text) AS size

MATCH (q:Quote) WHERE q.end - q.start <> size(q.text) RETURN q.key AS key

RETURN 9007199254740993 AS big, -9223372036854775808 AS least, 9223372036854775807 AS most

RETURN 'it\'s' AS a, "a 'b'" AS b, 'ü – “x”' AS c, 'tab\there' AS d, 'line\nfeed' AS e

RETURN 1 IN [1, 2] AS a, 3 IN [1, 2] AS b, null IN [1] AS c

RETURN [1, 2] = [1, 2] AS a, ['a'] = ['b'] AS b

MATCH (n:Article) RETURN n {.key, size: size(n.key)} ORDER BY n.key
