// disposition(key, properties) write one
// Makes or overwrites what somebody made of a contradiction.
MERGE (n:Record {key: $key})
SET n:Disposition
SET n = $properties
RETURN n.key AS key
