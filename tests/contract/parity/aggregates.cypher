// count, sum, min, max, avg, collect; grouping and DISTINCT

MATCH (n:Record) RETURN count(n) AS nodes

MATCH (n:Record) RETURN count(*) AS rows

MATCH ()-[r]->() RETURN type(r) AS type, count(r) AS relations

MATCH (a:Assertion) RETURN a.mode AS mode, a.modality AS modality, count(*) AS many

MATCH (a:Assertion) RETURN count(a.condition) AS conditions, count(DISTINCT a.condition) AS different

MATCH (a:Assertion) RETURN count(DISTINCT a.wording) AS wordings

MATCH ()-[r:OPPOSES]->() RETURN sum(r.articles) AS articles, min(r.articles) AS least, max(r.articles) AS most

MATCH (c:Country)-[r:OPPOSES|SUPPORTS]->() RETURN c.key AS country, type(r) AS type, sum(r.originsMax) AS origins

MATCH ()-[r:OPPOSES]->() RETURN avg(r.articles) AS average

MATCH (c:Country)-[r]->(:Plan) RETURN c.key AS country, avg(r.sources) AS average

MATCH (n:Nothing) RETURN count(n) AS none, max(n.name) AS most, sum(n.number) AS sum, avg(n.number) AS average

MATCH (n:Nothing) RETURN n.key AS key, count(*) AS many

MATCH (a:Article) RETURN min(a.publishedFrom) AS first, max(a.publishedTo) AS last

MATCH (a:Article) RETURN a.held AS held, min(a.publishedFrom) AS first, count(*) AS many

MATCH (c:Claim) RETURN sum(c.number) AS sum, max(c.number) AS most, avg(c.of) AS average

MATCH (c:Country)-[:OPPOSES]->(p:Plan) WITH c, p ORDER BY p.key RETURN c.key AS country, collect(p.key) AS bag

MATCH (c:Country)-[:OPPOSES]->(p:Plan) WITH c, collect(p.key) AS plans RETURN c.key AS country, size(plans) AS many

MATCH (c:Country)-[:OPPOSES]->(p:Plan) RETURN p.key AS plan, collect(c.name) AS bag, count(*) AS many

MATCH (a:Assertion) RETURN size(collect(DISTINCT a.modality)) AS modalities

MATCH (a:Assertion) WITH collect(DISTINCT a.modality) AS modalities UNWIND modalities AS modality RETURN modality

MATCH (c:Country)-[r:OPPOSES]->(p:Plan) WITH p, collect(c.key) AS holders, sum(r.articles) AS articles WHERE size(holders) > 2 RETURN p.key AS plan, size(holders) AS many, articles

MATCH (a:Article)-[:CONTAINS]->(x:Assertion) WITH a, count(x) AS assertions RETURN max(assertions) AS most, min(assertions) AS least, count(a) AS articles

MATCH (a:Article)-[:CONTAINS]->(x:Assertion) RETURN DISTINCT a.key AS article, x.mode AS mode

MATCH (a:Assertion) RETURN DISTINCT a.channel AS channel

MATCH (p:Person)-[:HOLDS_OFFICE]->(b) WITH b, count(DISTINCT p) AS persons WHERE persons > 1 RETURN b.name AS body, persons

MATCH (o:Outlet)-[:PUBLISHED]->(a) WITH o, count(a) AS articles, sum(CASE WHEN a.held THEN 1 ELSE 0 END) AS held RETURN o.name AS outlet, articles, held

MATCH (c:Claim)<-[:ABOUT]-(a:Assertion) RETURN c.kind AS kind, c.stance AS stance, count(DISTINCT c) AS claims, count(a) AS assertions

MATCH (c:Country) RETURN count(*) + 1 AS more, count(c) * 2 AS twice

MATCH (c:Country)-[r]->(p:Plan) RETURN substring(p.key, 0, 6) AS start, count(*) AS many
