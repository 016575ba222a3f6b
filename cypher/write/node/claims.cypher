// claims(rows) write one
// Makes or overwrites claims: the node is left with exactly the properties given.
UNWIND $rows AS row
MERGE (n:Record {key: row.key})
SET n:Claim
SET n = row.properties
RETURN count(n) AS written
