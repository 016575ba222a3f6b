// step(story, key, properties) write one
// Makes or overwrites a step of a story.
MATCH (s:Record {key: $story})
MERGE (n:Record {key: $key})
SET n:Step
SET n = $properties
MERGE (s)-[:HAS_STEP]->(n)
RETURN n.key AS key
