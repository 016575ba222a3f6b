// edges-among(keys, types) read many
// All relations of the given types whose two ends are among the given records.
UNWIND $keys AS key
MATCH (a:Record {key: key})-[r]->(b:Record)
WHERE b.key IN $keys AND type(r) IN $types
RETURN a.key AS source, b.key AS target, type(r) AS type, properties(r) AS properties
