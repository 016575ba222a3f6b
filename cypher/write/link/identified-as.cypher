// identified-as(rows) write one
// Says who a source is.
UNWIND $rows AS row
MATCH (a:Record {key: row.source})
MATCH (b:Record {key: row.target})
MERGE (a)-[r:IDENTIFIED_AS]->(b)
SET r = row.properties
RETURN count(r) AS written
