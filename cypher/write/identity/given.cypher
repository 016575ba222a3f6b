// given(key, properties) write one
// Keeps the document of an article as it would be without merges and splits.
MERGE (n:Record {key: $key})
SET n:Given
SET n = $properties
RETURN n.key AS key
