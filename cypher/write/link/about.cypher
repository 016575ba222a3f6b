// about(rows) write one
// Ties assertions to their claim.
UNWIND $rows AS row
MATCH (a:Record {key: row.source})
MATCH (b:Record {key: row.target})
MERGE (a)-[r:ABOUT]->(b)
SET r = row.properties
RETURN count(r) AS written
