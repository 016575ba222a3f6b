// incoming(keys, types) read many
// The relations of these types that end at the given records.
UNWIND $keys AS key
MATCH (n:Record {key: key})<-[r]-(m:Record)
WHERE type(r) IN $types
RETURN m.key AS source, type(r) AS type, key AS target, properties(r) AS properties
