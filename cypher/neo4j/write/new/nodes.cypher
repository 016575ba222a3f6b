// nodes(rows) write one
// Makes records of every kind that are not there, with their labels besides Record: one plan where each kind would need its own.
UNWIND $rows AS row
CREATE (n:Record:$(row.labels) {key: row.key})
SET n = row.properties
RETURN count(n) AS written
