// OPTIONAL MATCH, with plain conditions

MATCH (a:Article) OPTIONAL MATCH (o:Outlet)-[:PUBLISHED]->(a) RETURN a.key AS article, o.name AS outlet

MATCH (a:Article) OPTIONAL MATCH (o:Outlet)-[:PUBLISHED]->(a) RETURN a.key AS article, coalesce(o.name, 'not named') AS outlet

MATCH (c:Country) OPTIONAL MATCH (c)-[r:OPPOSES]->(p:Plan) RETURN c.key AS country, p.key AS plan, r.articles AS articles

MATCH (c:Country) OPTIONAL MATCH (c)-[r:OPPOSES]->(p:Plan) WHERE p.key = 'plan:nato-membership' RETURN c.key AS country, p.key AS plan

MATCH (c:Country) OPTIONAL MATCH (c)-[r:OPPOSES|SUPPORTS]->(p:Plan) WHERE r.originsMax > 1 RETURN c.key AS country, type(r) AS type, p.key AS plan

MATCH (c:Country) OPTIONAL MATCH (c)-[r:OPPOSES]->(p:Plan) WITH c, count(p) AS plans RETURN c.key AS country, plans

MATCH (c:Country) OPTIONAL MATCH (c)-[:OPPOSES]->(p:Plan) WITH c, p WHERE p IS NULL RETURN c.key AS country

MATCH (p:Person) OPTIONAL MATCH (p)-[h:HOLDS_OFFICE]->(b) OPTIONAL MATCH (b)-[:MEMBER_OF]->(o) RETURN p.key AS person, h.title AS title, b.key AS body, o.key AS member

OPTIONAL MATCH (n:Nothing) RETURN n.key AS key

OPTIONAL MATCH (n:Nothing) RETURN n AS n, n.key AS key

MATCH (e:Event) OPTIONAL MATCH (e)<-[t:TOOK_PART_IN]-(a) RETURN e.key AS event, a.key AS actor, t.role AS role

MATCH (c:Claim {kind: 'count'}) OPTIONAL MATCH (c)-[:INCLUDES]->(d:Claim) RETURN c.text AS text, d.text AS includes

MATCH (q:Quote) OPTIONAL MATCH (q)-[:RENDERS]->(u:Utterance) OPTIONAL MATCH (u)-[:SPOKEN_BY]->(s) RETURN q.key AS quote, u.key AS utterance, s.key AS speaker

MATCH (q:Quote) OPTIONAL MATCH (q)-[:RENDERS]->(u:Utterance) WITH q, u WHERE u.saidOn IS NOT NULL RETURN q.text AS text, u.saidOn AS said

MATCH (o:Outlet) OPTIONAL MATCH (o)-[r:CITES]->(other:Outlet) RETURN o.key AS outlet, count(r) AS cites, count(DISTINCT other) AS others
