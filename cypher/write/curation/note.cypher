// note(key, properties) write one
// Makes or overwrites a note: the node is left with exactly the properties given.
MERGE (n:Record {key: $key})
SET n:Note
SET n = $properties
RETURN n.key AS key
