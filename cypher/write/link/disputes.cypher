// disputes(rows) write one
// Says what an assertion disputes.
UNWIND $rows AS row
MATCH (a:Record {key: row.source})
MATCH (b:Record {key: row.target})
MERGE (a)-[r:DISPUTES]->(b)
SET r = row.properties
RETURN count(r) AS written
