// corrects(rows) write one
// Says that an article corrects another.
UNWIND $rows AS row
MATCH (a:Record {key: row.source})
MATCH (b:Record {key: row.target})
MERGE (a)-[r:CORRECTS]->(b)
SET r = row.properties
RETURN count(r) AS written
