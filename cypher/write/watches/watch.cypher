// watch(key, properties) write one
// Makes a watch: the node is left with exactly the properties given.
MERGE (n:Record {key: $key})
SET n:Watch
SET n = $properties
RETURN n.key AS key
