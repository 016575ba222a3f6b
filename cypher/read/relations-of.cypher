// relations-of(keys, types) read many
// All relations of the given types that start or end at one of the given records, each once.
UNWIND $keys AS key
MATCH (a:Record {key: key})-[r]->(b:Record)
WHERE type(r) IN $types
RETURN a.key AS source, b.key AS target, type(r) AS type, properties(r) AS properties
UNION ALL
UNWIND $keys AS key
MATCH (b:Record {key: key})<-[r]-(a:Record)
WHERE type(r) IN $types AND NOT a.key IN $keys
RETURN a.key AS source, b.key AS target, type(r) AS type, properties(r) AS properties
