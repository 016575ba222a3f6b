// dump-relations() read many
// Every relation between records.
MATCH (a:Record)-[r]->(b:Record)
RETURN a.key AS source, type(r) AS type, b.key AS target, properties(r) AS properties
