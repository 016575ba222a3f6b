// quotes(rows) write one
// Derived: whom an outlet quotes.
UNWIND $rows AS row
MATCH (a:Record {key: row.source})
MATCH (b:Record {key: row.target})
CREATE (a)-[r:QUOTES]->(b)
SET r = row.properties
RETURN count(r) AS written
