// mentions(rows) write one
// Says what an article speaks of, where, and what it says of it.
UNWIND $rows AS row
MATCH (a:Record {key: row.source})
MATCH (b:Record {key: row.target})
MERGE (a)-[r:MENTIONS]->(b)
SET r = row.properties
RETURN count(r) AS written
