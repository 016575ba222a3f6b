// defers-on(rows) write one
// Derived: who hides behind others on what.
UNWIND $rows AS row
MATCH (a:Record {key: row.source})
MATCH (b:Record {key: row.target})
CREATE (a)-[r:DEFERS_ON]->(b)
SET r = row.properties
RETURN count(r) AS written
