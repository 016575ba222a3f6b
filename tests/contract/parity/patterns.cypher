// Nodes and relations in MATCH, and conditions on their properties

MATCH (n:Country) RETURN n.key AS key

MATCH (n:Country {iso2: 'HU'}) RETURN n.name AS name, n.iso2 AS iso2

MATCH (n:Person)-[:HOLDS_OFFICE]->(b:Country) RETURN n.name AS name, b.name AS body

MATCH (b:Country)<-[:HOLDS_OFFICE]-(n:Person) RETURN n.name AS name, b.name AS body

MATCH (n:Country)-[r]-(m:Plan) RETURN n.key AS a, type(r) AS type, m.key AS b

MATCH (n:Country)-[r:OPPOSES|SUPPORTS]->(m:Plan) RETURN n.key AS a, type(r) AS type, m.key AS b, r.originsMax AS most

MATCH (n:Record)-[r:MEMBER_OF]->(m:Record) RETURN n.key AS a, m.key AS b

MATCH (n)-[:PUBLISHED]->(m) RETURN n.key AS a, m.key AS b

MATCH (n:Outlet)-->(m) RETURN n.key AS a, count(m) AS many

MATCH (n:Outlet)--(m) RETURN n.key AS a, count(DISTINCT m) AS many

MATCH (n) WHERE n:Person OR n:Country RETURN n.key AS key

MATCH (n) WHERE n:Outlet AND NOT n:Person RETURN n.key AS key

MATCH (n:Actor) WHERE NOT n:Person AND NOT n:Country RETURN n.key AS key

MATCH (n:Record:Actor:Group) RETURN n.key AS key

MATCH (n:Nothing) RETURN n.key AS key

MATCH (a:Person)-[:HOLDS_OFFICE]->(b)-[:MEMBER_OF]->(c) RETURN a.key AS a, b.key AS b, c.key AS c

MATCH (a:Country)-[:OPPOSES]->(p:Plan)<-[:OPPOSES]-(b:Country) WHERE a.key < b.key RETURN a.key AS a, b.key AS b, p.key AS plan

MATCH (a:Country)-[:OPPOSES]->(p:Plan), (a)-[:SUPPORTS]->(q:Plan) RETURN a.key AS a, p.key AS against, q.key AS for

MATCH (a:Outlet), (b:Outlet) WHERE a.key < b.key RETURN a.name AS a, b.name AS b

MATCH (a:Article {held: true})-[:CONTAINS]->(x:Assertion {mode: 'denies'}) RETURN a.key AS article, x.wording AS wording

MATCH (a:Article) WHERE a.held = false RETURN a.key AS key

MATCH (a:Article) WHERE NOT a.held RETURN a.key AS key

MATCH (a:Article) WHERE a.publishedFrom >= '2024-10-24' AND a.publishedTo < '2024-12' RETURN a.key AS key

MATCH (a:Article) WHERE '2024-10-23' <= a.publishedFrom <= '2024-10-24' RETURN a.key AS key, a.publishedFrom AS day

MATCH (a:Article) WHERE a.publishedFrom IS NULL OR a.title IS NULL RETURN a.key AS key, a.title AS title

MATCH (a:Assertion) WHERE a.condition IS NOT NULL RETURN a.condition AS condition, a.wording AS wording

MATCH (a:Assertion) WHERE a.modality IN ['expected', 'hypothetical'] RETURN a.modality AS modality, a.wording AS wording

MATCH (a:Assertion) WHERE NOT a.modality IN ['now'] RETURN a.modality AS modality, a.mode AS mode

MATCH (c:Claim) WHERE c.number = 7 AND c.of = 32 RETURN c.text AS text

MATCH (c:Claim) WHERE c.number > 5 OR c.quantifier = 'majority' RETURN c.text AS text, c.number AS number

MATCH (c:Claim) WHERE c.kind = 'stance' XOR c.stance = 'opposes' RETURN c.kind AS kind, c.stance AS stance, c.text AS text

MATCH (c:Claim) WHERE (c.kind <> 'stance') = true RETURN c.text AS text

MATCH ()-[r:OPPOSES]->() WHERE r.contested RETURN r.originsMin AS least, r.originsMax AS most, r.first AS first, r.last AS last

MATCH (a)-[r]->(b:Plan) WHERE type(r) IN ['OPPOSES', 'SUPPORTS'] AND r.originsMax >= 2 RETURN a.key AS a, type(r) AS type, b.key AS b

MATCH (a)-[r]->(b:Plan) WHERE type(r) STARTS WITH 'P' RETURN a.key AS a, type(r) AS type, b.key AS b

MATCH (a:Person)-[r:HOLDS_OFFICE]->(b) WHERE r.title = 'President' AND b:Country RETURN a.name AS name, b.name AS country

MATCH (a:Person), (b:Person) WHERE a.key <> b.key AND a.name STARTS WITH 'J' AND b.name STARTS WITH 'J' RETURN a.key AS a, b.key AS b

MATCH (x:Plan)-[:STEP_TOWARD]->(y:Plan), (y)-[:PART_OF]->(z:Plan) RETURN x.key AS x, y.key AS y, z.key AS z

MATCH (a:Assertion)-[:ABOUT]->(c:Claim)-[:HOLDER]->(h:Country {key: 'country:de'}) RETURN c.text AS text, a.mode AS mode, a.wording AS wording

MATCH (a:Country) MATCH (a)-[:MEMBER_OF]->(o:Organization) RETURN a.key AS a, o.key AS o

MATCH (q:Quote)-[:RENDERS]->(u)<-[:RENDERS]-(other:Quote) WHERE q.key < other.key RETURN q.text AS one, other.text AS two
