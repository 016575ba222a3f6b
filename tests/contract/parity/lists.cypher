// Lists: literals, comprehensions, reduce, predicates, indexes, UNWIND

RETURN [1, 2, 3] AS list, size([1, 2, 3]) AS size, [] AS empty

RETURN [1, 2, 3][0] AS first, [1, 2, 3][1..] AS rest, [1, 2, 3][..2] AS start, [1, 2, 3][1..2] AS middle

RETURN head([1, 2]) AS head, last([1, 2]) AS last, tail([1, 2, 3]) AS tail, reverse([1, 2, 3]) AS back

RETURN range(1, 5) AS a, range(0, 10, 5) AS b, range(3, 1, -1) AS c, range(2, 1) AS d

RETURN [1, 2] + [3] AS both, ['a'] + [] AS one

RETURN [x IN range(1, 5) WHERE x % 2 = 1 | x * x] AS squares

RETURN [x IN ['a', 'b'] | x + '!'] AS words

RETURN reduce(sum = 0, x IN [1, 2, 3] | sum + x) AS sum, reduce(text = '', x IN ['a', 'b'] | text + x) AS text

UNWIND [3, 1, 2] AS x RETURN x ORDER BY x

UNWIND [3, 1, 2] AS x RETURN x ORDER BY x DESC

UNWIND [1, 2, 2, 3, 3] AS x RETURN DISTINCT x

UNWIND [1, 2, 2, 3] AS x RETURN x, count(*) AS many

UNWIND [] AS x RETURN x

UNWIND ['a', 'b'] AS x UNWIND [1, 2] AS y RETURN x, y

UNWIND [{a: 1}, {a: 2}] AS map RETURN map.a AS a

UNWIND [[1, 2], [3]] AS list UNWIND list AS x RETURN x, size(list) AS size

UNWIND ['country:hu', 'country:nowhere', 'country:sk'] AS key MATCH (c:Record {key: key}) RETURN c.name AS name

UNWIND ['country:hu', 'country:nowhere'] AS key OPTIONAL MATCH (c:Record {key: key}) RETURN key, c.name AS name

MATCH (c:Country) RETURN c.key AS key, size(c.aliases) AS aliases, c.aliases[0] AS first

MATCH (c:Country) WHERE 'Moscow' IN c.aliases RETURN c.name AS name

MATCH (c:Country) UNWIND c.aliases AS alias RETURN c.key AS key, alias

MATCH (c:Country) UNWIND c.aliases AS alias WITH c, alias WHERE size(alias) < 4 RETURN c.name AS name, alias

MATCH (c:Country) RETURN c.key AS key, [a IN c.aliases WHERE a STARTS WITH 'B'] AS some

MATCH (c:Country) WHERE any(a IN c.aliases WHERE a CONTAINS 'ish') RETURN c.name AS name

MATCH (c:Country) WHERE all(a IN c.aliases WHERE size(a) < 12) RETURN c.name AS name

MATCH (c:Country) RETURN c.key AS key, reduce(most = 0, a IN c.aliases | CASE WHEN size(a) > most THEN size(a) ELSE most END) AS longest

MATCH (p:Plan) WHERE p.aliases IS NULL RETURN p.key AS key

MATCH ()-[r:MENTIONS]->(n:Country) RETURN n.key AS key, size(r.starts) AS places, r.names[0] AS word

MATCH ()-[r:ATTRIBUTED_TO]->(s:Source) WHERE size(r.articles) > 1 RETURN s.key AS source, size(r.articles) AS articles

MATCH ()-[r:HOLDS_OFFICE]->() UNWIND r.articles AS article RETURN article, count(*) AS offices

WITH [1, 2, 3, 4] AS list RETURN [x IN list WHERE x > 2] AS some, size([x IN list WHERE x > 2]) AS many

WITH ['a', 'b', 'c'] AS list RETURN list[1] AS second, list[5] AS beyond, 'b' IN list AS has, 'z' IN list AS not_there

MATCH (n:Person) WITH n.name AS name ORDER BY name WITH collect(name) AS names RETURN names[0] AS first, size(names) AS many

MATCH (n:Person {key: 'person:viktor-orban'}) UNWIND labels(n) AS label RETURN label

MATCH (n:Country {key: 'country:hu'}) WHERE 'Actor' IN labels(n) RETURN n.key AS key, size(labels(n)) AS labels

MATCH (n:Country {key: 'country:hu'}) UNWIND keys(n) AS name RETURN name

MATCH (n:Country {key: 'country:hu'}) RETURN reverse([x IN n.aliases | x]) AS a, reverse(tail(n.aliases)) AS b, reverse(n.aliases[0..2]) AS c, reverse(n.aliases + ['a']) AS d
