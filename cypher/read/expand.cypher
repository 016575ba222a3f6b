// expand(keys, types) read many
// The pairs of a given record and one next to it, over relations of the given types in either direction.
UNWIND $keys AS key
MATCH (a:Record {key: key})-[r]-(b:Record)
WHERE type(r) IN $types
RETURN DISTINCT a.key AS key, b.key AS other
