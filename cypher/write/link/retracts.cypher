// retracts(rows) write one
// Says that an article retracts another.
UNWIND $rows AS row
MATCH (a:Record {key: row.source})
MATCH (b:Record {key: row.target})
MERGE (a)-[r:RETRACTS]->(b)
SET r = row.properties
RETURN count(r) AS written
