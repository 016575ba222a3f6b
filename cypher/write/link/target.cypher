// target(rows) write one
// Says which plan or event a claim is about.
UNWIND $rows AS row
MATCH (a:Record {key: row.source})
MATCH (b:Record {key: row.target})
MERGE (a)-[r:TARGET]->(b)
SET r = row.properties
RETURN count(r) AS written
