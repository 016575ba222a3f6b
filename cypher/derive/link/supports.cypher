// supports(rows) write one
// Derived: who supports what.
UNWIND $rows AS row
MATCH (a:Record {key: row.source})
MATCH (b:Record {key: row.target})
CREATE (a)-[r:SUPPORTS]->(b)
SET r = row.properties
RETURN count(r) AS written
