// Nodes, relations and lists of them as answers

MATCH (c:Country) RETURN c AS node

MATCH (c:Country) RETURN c

MATCH (p:Person)-[r:HOLDS_OFFICE]->(b) RETURN p, r, b

MATCH (c:Country)-[r:OPPOSES]->(p:Plan) RETURN c AS holder, r AS stance, p AS plan

MATCH (a:Article) RETURN a

MATCH (s:Source) RETURN s

MATCH (u:Utterance) RETURN u

MATCH (e:Event) RETURN e

MATCH (q:Quote) RETURN q

MATCH (c:Claim {kind: 'count'}) RETURN c

MATCH (a:Assertion {mode: 'denies'}) RETURN a

MATCH ()-[r:MENTIONS]->(:Plan) RETURN r

MATCH ()-[r:TOOK_PART_IN]->() RETURN r

MATCH ()-[r:CITES]->() RETURN r

MATCH (c:Country {key: 'country:hu'}) RETURN properties(c) AS properties

MATCH (:Country {key: 'country:hu'})-[r:OPPOSES]->() RETURN properties(r) AS properties

MATCH (p:Plan {key: 'plan:victory-plan'})<-[r:OPPOSES]-(a) RETURN startNode(r) AS start, endNode(r) AS end, type(r) AS type

MATCH p = (:Outlet {key: 'outlet:kyiv-post'})-[:CITES]->() RETURN nodes(p) AS nodes, relationships(p) AS relations

MATCH (c:Country)-[r:DEFERS_ON]->(p:Plan) RETURN c AS holder, count(r) AS many

MATCH (c:Country)-[r:DEFERS_ON]->(p:Plan) RETURN p AS plan, collect(c) AS bag

MATCH (c:Country) OPTIONAL MATCH (c)-[r:DEFERS_ON]->(p:Plan) RETURN c.key AS key, r AS relation, p AS plan

MATCH (c:Country) WITH c WHERE c.key IN ['country:hu', 'country:sk'] RETURN DISTINCT c AS node
