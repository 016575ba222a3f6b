// draft(key, properties) write one
// Makes or overwrites the draft of an article: the node is left with exactly the properties given.
MERGE (n:Record {key: $key})
SET n:Draft
SET n = $properties
RETURN n.key AS key
