// quotes(rows) write one
// Makes or overwrites quotations: the node is left with exactly the properties given.
UNWIND $rows AS row
MERGE (n:Record {key: row.key})
SET n:Quote
SET n = row.properties
RETURN count(n) AS written
