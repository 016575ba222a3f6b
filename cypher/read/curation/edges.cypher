// edges(claims) read many
// The derived edges, as they are stored, that given claims may bear on: the holder's stances on the target, who reports
// them, and whom the outlets that report them quote and cite.
UNWIND $claims AS key
MATCH (c:Record {key: key})-[:HOLDER]->(a:Record)-[r:OPPOSES|SUPPORTS|NONCOMMITTAL_ON|DEFERS_ON]->(b:Record)<-[:TARGET]-(c)
RETURN type(r) AS type, a.key AS source, b.key AS target, properties(r) AS properties
UNION
UNWIND $claims AS key
MATCH (b:Record {key: key})<-[r:REPORTS]-(a:Outlet)
RETURN type(r) AS type, a.key AS source, b.key AS target, properties(r) AS properties
UNION
UNWIND $claims AS key
MATCH (c:Record {key: key})<-[:ABOUT]-(:Assertion)<-[:CONTAINS]-(:Article)<-[:PUBLISHED]-(a:Outlet)
WITH DISTINCT a
MATCH (a)-[r:QUOTES|CITES]->(b:Record)
RETURN type(r) AS type, a.key AS source, b.key AS target, properties(r) AS properties
