// sources(rows) write one
// Makes sources that are not there.
UNWIND $rows AS row
CREATE (n:Record:Source {key: row.key})
SET n = row.properties
RETURN count(n) AS written
