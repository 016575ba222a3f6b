// assertions(rows) write one
// Makes assertions that are not there.
UNWIND $rows AS row
CREATE (n:Record:Assertion {key: row.key})
SET n = row.properties
RETURN count(n) AS written
