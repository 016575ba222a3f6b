// Patterns as conditions, EXISTS, COUNT, CALL

MATCH (c:Country) WHERE (c)-[:OPPOSES]->(:Plan) RETURN c.key AS key

MATCH (c:Country) WHERE NOT (c)-[:OPPOSES]->(:Plan {key: 'plan:nato-invitation'}) RETURN c.key AS key

MATCH (c:Country), (p:Plan) WHERE (c)-[:OPPOSES]->(p) AND NOT (c)-[:NONCOMMITTAL_ON]->(p) RETURN c.key AS c, p.key AS p

MATCH (c:Country) WHERE (c)-[:OPPOSES]->() OR (c)-[:SUPPORTS]->() RETURN c.key AS key

MATCH (c:Country) WHERE EXISTS { MATCH (c)-[:DEFERS_ON]->(:Plan) } RETURN c.key AS key

MATCH (c:Country) WHERE EXISTS { (c)-[:DEFERS_ON]->(:Plan) } RETURN c.key AS key

MATCH (c:Country) WHERE NOT EXISTS { MATCH (c)-[:OPPOSES|SUPPORTS]->(:Plan) } RETURN c.key AS key

MATCH (c:Country) WHERE EXISTS { MATCH (c)-[r:OPPOSES]->(p:Plan) WHERE r.originsMax > 1 } RETURN c.key AS key

MATCH (c:Country) WHERE EXISTS { MATCH (c)-[:OPPOSES]->(p:Plan), (c)-[:NONCOMMITTAL_ON]->(p) } RETURN c.key AS key

MATCH (a:Assertion) WHERE a.mode = 'asserts' AND NOT EXISTS { MATCH (a)-[:ATTRIBUTED_TO]->(:Source) } AND NOT EXISTS { MATCH (a)-[:RELAYS]->(:Article) } RETURN a.key AS key

MATCH (c:Country) WHERE COUNT { (c)-[:OPPOSES]->(:Plan) } > 1 RETURN c.key AS key

MATCH (c:Country) WHERE COUNT { MATCH (c)-[:OPPOSES|NONCOMMITTAL_ON]->(p:Plan) WHERE p.key CONTAINS 'nato' } >= 2 RETURN c.key AS key

MATCH (c:Country) RETURN c.key AS key, COUNT { (c)-[:OPPOSES]->(:Plan) } AS plans

MATCH (c:Country) RETURN c.key AS key, COUNT { MATCH (c)-[r]->(:Plan) WHERE r.originsMax = 1 } AS plans

MATCH (a:Article) RETURN a.key AS key, COUNT { (a)-[:CONTAINS]->(:Assertion {mode: 'denies'}) } AS denials ORDER BY denials DESC, key

MATCH (p:Plan) WITH p, COUNT { (p)<-[:OPPOSES]-() } AS against, COUNT { (p)<-[:SUPPORTS]-() } AS for WHERE against > 0 AND for > 0 RETURN p.key AS plan, against, for

MATCH (c:Country) CALL { WITH c MATCH (c)-[:OPPOSES]->(p:Plan) RETURN count(p) AS against } RETURN c.key AS key, against

MATCH (c:Country) CALL { WITH c MATCH (c)-[r:OPPOSES|SUPPORTS]->(p:Plan) RETURN p.key AS plan, type(r) AS type } RETURN c.key AS key, plan, type

MATCH (o:Outlet) CALL { WITH o MATCH (o)-[:PUBLISHED]->(a:Article) RETURN a.key AS article ORDER BY article LIMIT 1 } RETURN o.key AS outlet, article

MATCH (o:Outlet) CALL { WITH o MATCH (o)-[:PUBLISHED]->(a:Article)-[:CONTAINS]->(x:Assertion) RETURN count(x) AS assertions } WITH o, assertions WHERE assertions > 10 RETURN o.name AS outlet, assertions

CALL { MATCH (c:Country) RETURN count(c) AS countries } CALL { MATCH (p:Person) RETURN count(p) AS persons } RETURN countries, persons

MATCH (p:Plan {key: 'plan:victory-plan'}) CALL { WITH p MATCH (p)<-[:PART_OF]-(q:Plan) RETURN q.key AS part UNION WITH p MATCH (p)<-[:STEP_TOWARD]-(q:Plan) RETURN q.key AS part } RETURN p.key AS plan, part

MATCH (c:Country) WHERE COUNT { (c)-[:OPPOSES]->() } = 2 RETURN c.key AS key
