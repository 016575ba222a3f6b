// story(key, properties) write one
// Makes or overwrites a story without its steps: the node is left with exactly the properties given.
MERGE (n:Record {key: $key})
SET n:Story
SET n = $properties
RETURN n.key AS key
