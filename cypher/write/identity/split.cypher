// split(key, properties) write one
// Makes or overwrites the record of a split: the node is left with exactly the properties given.
MERGE (n:Record {key: $key})
SET n:EntitySplit
SET n = $properties
RETURN n.key AS key
