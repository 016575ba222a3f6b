// distinction(key, properties) write one
// Makes or overwrites somebody's word that two entities are two.
MERGE (n:Record {key: $key})
SET n:Distinction
SET n = $properties
RETURN n.key AS key
