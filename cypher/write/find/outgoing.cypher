// outgoing(keys, types) read many
// The relations of these types that begin at the given records.
UNWIND $keys AS key
MATCH (n:Record {key: key})-[r]->(m:Record)
WHERE type(r) IN $types
RETURN key AS source, type(r) AS type, m.key AS target, properties(r) AS properties
