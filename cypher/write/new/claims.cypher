// claims(rows) write one
// Makes claims that are not there.
UNWIND $rows AS row
CREATE (n:Record:Claim {key: row.key})
SET n = row.properties
RETURN count(n) AS written
