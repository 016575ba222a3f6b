// pointed-at(keys, types) read many
// Those of the given records at which a relation of one of the types ends.
UNWIND $keys AS key
MATCH (n:Record {key: key})
WHERE EXISTS { MATCH (m:Record)-[r]->(n) WHERE type(r) IN $types }
RETURN n.key AS key
