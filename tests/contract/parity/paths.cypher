// Ways of several steps, paths, shortest paths

MATCH (a:Plan)-[:PART_OF|STEP_TOWARD*1..3]->(b:Plan) RETURN a.key AS a, b.key AS b

MATCH (a:Plan)-[:PART_OF*]->(b:Plan) RETURN a.key AS a, b.key AS b

MATCH (a:Plan)-[:PART_OF*2]->(b:Plan) RETURN a.key AS a, b.key AS b

MATCH (a:Plan)-[:PART_OF*0..1]->(b:Plan {key: 'plan:victory-plan'}) RETURN a.key AS a

MATCH (a:Outlet)-[:CITES*1..2]->(b:Outlet) RETURN a.key AS a, b.key AS b

MATCH (a:Outlet)-[:CITES*2..4]-(b:Outlet) RETURN a.key AS a, b.key AS b

MATCH p = (a:Plan)-[:PART_OF|STEP_TOWARD*1..3]->(b:Plan {key: 'plan:victory-plan'}) RETURN a.key AS a, length(p) AS steps

MATCH p = (a:Plan)-[:PART_OF|STEP_TOWARD*1..3]->(:Plan {key: 'plan:victory-plan'}) RETURN [n IN nodes(p) | n.key] AS keys, [r IN relationships(p) | type(r)] AS types

MATCH p = (a:Plan)-[:STEP_TOWARD*1..2]->(:Plan) RETURN size(nodes(p)) AS nodes, size(relationships(p)) AS relations, length(p) AS length

MATCH p = (:Outlet {key: 'outlet:kyiv-post'})-[:CITES]->(:Outlet) RETURN p AS path

MATCH p = (:Outlet {key: 'outlet:kyiv-post'})-[:PUBLISHED]->(:Article)-[:CONTAINS]->(:Assertion {mode: 'denies'}) RETURN p AS path

MATCH (a:Plan)-[rs:PART_OF|STEP_TOWARD*1..2]->(b:Plan) RETURN a.key AS a, b.key AS b, size(rs) AS steps

MATCH (a:Person)-[:HOLDS_OFFICE|MEMBER_OF*1..3]->(b:Organization) RETURN a.key AS a, b.key AS b

MATCH (a:Person)-[:HOLDS_OFFICE|MEMBER_OF*1..2]-(b) WHERE b.key STARTS WITH 'organization' RETURN DISTINCT a.key AS a, b.key AS b

MATCH (a:Outlet {key: 'outlet:kyiv-post'}), (b:Record {key: 'organization:nato'}) MATCH p = shortestPath((a)-[:QUOTES|HOLDS_OFFICE|MEMBER_OF*..6]-(b)) WHERE a <> b RETURN length(p) AS steps

MATCH (a:Outlet {key: 'outlet:kyiv-post'}), (b:Record {key: 'organization:nato'}) WHERE a <> b MATCH p = shortestPath((a)-[:QUOTES|HOLDS_OFFICE|MEMBER_OF*..6]-(b)) RETURN length(p) AS steps, [n IN nodes(p) | n.key] AS keys

MATCH p = shortestPath((a:Outlet {key: 'outlet:kyiv-post'})-[:CITES*..4]-(b:Outlet {key: 'outlet:babel'})) RETURN length(p) AS steps

MATCH p = shortestPath((a:Outlet {key: 'outlet:kyiv-post'})-[:CITES*..4]-(b:Outlet {key: 'outlet:le-monde'})) RETURN length(p) AS steps

MATCH (a:Outlet), (b:Outlet) WHERE a.key < b.key AND a <> b MATCH p = shortestPath((a)-[:CITES*..6]-(b)) RETURN a.key AS a, b.key AS b, length(p) AS steps

MATCH (a:Country), (b:Country) WHERE a <> b AND a.key < b.key MATCH p = shortestPath((a)-[:MEMBER_OF*..2]-(b)) RETURN a.key AS a, b.key AS b, length(p) AS steps

MATCH p = (a:Country {key: 'country:hu'})<-[:HOLDS_OFFICE]-(x:Person)-[:OPPOSES]->(:Plan) RETURN p AS path, length(p) AS steps

MATCH p = (u:Utterance)<-[:RENDERS]-(q:Quote) WITH u, count(p) AS ways RETURN u.key AS utterance, ways

MATCH p = (c:Claim {kind: 'count'})-[:INCLUDES*1..2]->(d:Claim) WHERE length(p) >= 1 RETURN c.text AS a, d.text AS b

MATCH p = (a:Article {held: true})-[:CONTAINS]->(x:Assertion)-[:RELAYS]->(b:Article) RETURN a.key AS a, b.key AS b, count(p) AS ways

MATCH (a:Article)-[:CONTAINS]->(x)<-[:KNOWN_FROM]-(y)<-[:CONTAINS]-(b:Article) RETURN a.key AS told, b.key AS tells, count(*) AS ways

MATCH (c:Country) WITH c, count(*) AS one MATCH (c)-[:HOLDS_OFFICE]->()-[:PART_OF]->(p:Plan) RETURN c.key AS key, p.key AS plan

UNWIND ['country:hu', 'country:be'] AS key MATCH (c:Country {key: key})<-[:HOLDS_OFFICE]-(:Person)-[:OPPOSES]->(p:Plan) RETURN key, p.key AS plan

MATCH (c:Country) WHERE COUNT { MATCH (c)-[:OPPOSES]->(s) WHERE s.key >= 'plan:n' } >= 2 MATCH (c)-[d:DEFERS_ON]->(x)-[:PART_OF]->(p:Plan) RETURN c.key AS key, p.key AS plan

MATCH (c:Country) WITH c, count(*) AS one MATCH (c)-[:OPPOSES]-(b)-[:OPPOSES]-(d)-[:MEMBER_OF]-(o) RETURN c.key AS c, b.key AS b, d.key AS d, o.key AS o
