// quotes(rows) write one
// Makes quotes that are not there.
UNWIND $rows AS row
CREATE (n:Record:Quote {key: row.key})
SET n = row.properties
RETURN count(n) AS written
