// view(key, properties) write one
// Makes or overwrites a saved view: the node is left with exactly the properties given.
MERGE (n:Record {key: $key})
SET n:View
SET n = $properties
RETURN n.key AS key
