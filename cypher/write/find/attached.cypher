// attached(keys) read many
// Those of the given records that have a relation which is not derived.
UNWIND $keys AS key
MATCH (n:Record {key: key})
WHERE EXISTS { MATCH (n)-[r]-(m:Record) WHERE r.derived IS NULL }
RETURN n.key AS key
