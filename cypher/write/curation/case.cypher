// case(key, properties) write one
// Makes or overwrites a case: the node is left with exactly the properties given. Its label is quoted, as in read/curation/cases.
MERGE (n:Record {key: $key})
SET n:`Case`
SET n = $properties
RETURN n.key AS key
