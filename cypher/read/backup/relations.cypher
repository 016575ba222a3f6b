// relations(keys) read many
// The relations that lead from these records to records.
UNWIND $keys AS key
MATCH (a:Record {key: key})-[r]->(b:Record)
WHERE b.key IS NOT NULL
RETURN a.key AS source, type(r) AS type, b.key AS target, properties(r) AS properties
