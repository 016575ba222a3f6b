// holder(rows) write one
// Says who holds the position that a claim is about.
UNWIND $rows AS row
MATCH (a:Record {key: row.source})
MATCH (b:Record {key: row.target})
MERGE (a)-[r:HOLDER]->(b)
SET r = row.properties
RETURN count(r) AS written
