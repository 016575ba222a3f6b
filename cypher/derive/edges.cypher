// edges() read many
// Every derived edge as it is stored.
MATCH (a:Record)-[r]->(b:Record)
WHERE r.derived = true
RETURN type(r) AS type, a.key AS source, b.key AS target, properties(r) AS properties
