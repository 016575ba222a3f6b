// includes(rows) write one
// Ties a claim to the claims that it sums up.
UNWIND $rows AS row
MATCH (a:Record {key: row.source})
MATCH (b:Record {key: row.target})
MERGE (a)-[r:INCLUDES]->(b)
SET r = row.properties
RETURN count(r) AS written
