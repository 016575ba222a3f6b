// merge(key, properties) write one
// Makes or overwrites the record of a merge: the node is left with exactly the properties given.
MERGE (n:Record {key: $key})
SET n:EntityMerge
SET n = $properties
RETURN n.key AS key
