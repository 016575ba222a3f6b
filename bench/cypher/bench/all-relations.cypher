// all-relations() read many
// Every relation between records, for writing the same again through a bare driver.
MATCH (a:Record)-[r]->(b:Record)
RETURN a.key AS source, b.key AS target, type(r) AS type, properties(r) AS properties
ORDER BY type, source, target
