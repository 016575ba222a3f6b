// republishes(rows) write one
// Says that an article prints the text of another.
UNWIND $rows AS row
MATCH (a:Record {key: row.source})
MATCH (b:Record {key: row.target})
MERGE (a)-[r:REPUBLISHES]->(b)
SET r = row.properties
RETURN count(r) AS written
