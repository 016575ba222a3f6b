// grade(key, properties) write one
// Sets a record's grade, with who gave it and why; an earlier grade is taken off before.
MATCH (n:Record {key: $key})
SET n += $properties
RETURN n.key AS key
