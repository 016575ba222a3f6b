// noncommittal-on(rows) write one
// Derived: who does not commit to what.
UNWIND $rows AS row
MATCH (a:Record {key: row.source})
MATCH (b:Record {key: row.target})
CREATE (a)-[r:NONCOMMITTAL_ON]->(b)
SET r = row.properties
RETURN count(r) AS written
