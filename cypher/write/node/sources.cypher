// sources(rows) write one
// Makes or overwrites sources: the node is left with exactly the properties given.
UNWIND $rows AS row
MERGE (n:Record {key: row.key})
SET n:Source
SET n = row.properties
RETURN count(n) AS written
