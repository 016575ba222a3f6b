// ORDER BY, SKIP, LIMIT

MATCH (c:Country) RETURN c.name AS name ORDER BY name

MATCH (c:Country) RETURN c.name AS name ORDER BY c.name DESC

MATCH (c:Country) RETURN c.name AS name ORDER BY size(c.name), name

MATCH (c:Country) RETURN c.name AS name ORDER BY name LIMIT 4

MATCH (c:Country) RETURN c.name AS name ORDER BY name SKIP 3

MATCH (c:Country) RETURN c.name AS name ORDER BY name SKIP 3 LIMIT 4

MATCH (c:Country) RETURN c.name AS name ORDER BY name LIMIT 0

MATCH (c:Country) RETURN c.name AS name ORDER BY name SKIP 100

MATCH (a:Article) RETURN a.publishedFrom AS day, a.key AS key ORDER BY day, key

MATCH (a:Article) RETURN a.publishedFrom AS day, a.key AS key ORDER BY day DESC, key

MATCH (a:Article) RETURN a.title AS title, a.key AS key ORDER BY title DESC, key DESC

MATCH (a:Article) RETURN a.held AS held, a.key AS key ORDER BY held, key

MATCH (a:Article) RETURN a.held AS held, a.key AS key ORDER BY held DESC, key

MATCH (n:Record) RETURN n.key AS key ORDER BY key LIMIT 60

MATCH (n:Person) RETURN n.name AS name ORDER BY n.name

MATCH (q:Quote) RETURN q.text AS text, q.key AS key ORDER BY text, key

MATCH (c:Claim) RETURN c.number AS number, c.text AS text ORDER BY number, text

MATCH (c:Country)-[r]->(p:Plan) RETURN c.key AS c, type(r) AS type, p.key AS p ORDER BY c, type, p

MATCH (c:Country)-[r]->(p:Plan) RETURN c.key AS c, count(r) AS many ORDER BY many DESC, c LIMIT 5

MATCH (c:Country)-[r:OPPOSES|SUPPORTS]->(p:Plan) RETURN p.key AS p, avg(r.articles) AS average ORDER BY average DESC, p

MATCH (c:Country) WITH c ORDER BY c.key DESC LIMIT 3 RETURN c.key AS key ORDER BY key

MATCH (c:Country) WITH c.name AS name ORDER BY name SKIP 2 LIMIT 3 RETURN name ORDER BY name DESC

MATCH (c:Country) RETURN DISTINCT left(c.name, 1) AS letter ORDER BY letter

UNWIND [3.0, 1.5, 2.0, -1.0] AS x RETURN x ORDER BY x

UNWIND ['b', 'B', 'a', 'ä', 'Z', '', 'ab'] AS x RETURN x ORDER BY x

UNWIND ['😀', 'ﬀ', 'z', '漢'] AS x RETURN x ORDER BY x
