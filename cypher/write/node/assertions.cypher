// assertions(rows) write one
// Makes or overwrites assertions: the node is left with exactly the properties given.
UNWIND $rows AS row
MERGE (n:Record {key: row.key})
SET n:Assertion
SET n = row.properties
RETURN count(n) AS written
