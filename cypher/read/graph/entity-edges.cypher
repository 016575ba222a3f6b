// entity-edges(types) read many
// The relations of the given types that start at an actor, an outlet, a plan or an event.
MATCH (a:Actor)-[r]->(b:Record)
WHERE type(r) IN $types
RETURN a.key AS source, b.key AS target, type(r) AS type, properties(r) AS properties
UNION ALL
MATCH (a:Outlet)-[r]->(b:Record)
WHERE type(r) IN $types
RETURN a.key AS source, b.key AS target, type(r) AS type, properties(r) AS properties
UNION ALL
MATCH (a:Plan)-[r]->(b:Record)
WHERE type(r) IN $types
RETURN a.key AS source, b.key AS target, type(r) AS type, properties(r) AS properties
UNION ALL
MATCH (a:Event)-[r]->(b:Record)
WHERE type(r) IN $types
RETURN a.key AS source, b.key AS target, type(r) AS type, properties(r) AS properties
