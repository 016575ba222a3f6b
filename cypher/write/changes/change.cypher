// change(key, properties) write one
// Makes or overwrites the record of a change by hand: the node is left with exactly the properties given.
MERGE (n:Record {key: $key})
SET n:Change
SET n = $properties
RETURN n.key AS key
