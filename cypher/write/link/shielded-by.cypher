// shielded-by(rows) write one
// Says behind whom the holder of a claim hides.
UNWIND $rows AS row
MATCH (a:Record {key: row.source})
MATCH (b:Record {key: row.target})
MERGE (a)-[r:SHIELDED_BY]->(b)
SET r = row.properties
RETURN count(r) AS written
