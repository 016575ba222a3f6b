// cites(rows) write one
// Derived: from which other outlet an outlet has what it reports.
UNWIND $rows AS row
MATCH (a:Record {key: row.source})
MATCH (b:Record {key: row.target})
CREATE (a)-[r:CITES]->(b)
SET r = row.properties
RETURN count(r) AS written
