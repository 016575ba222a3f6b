// concerns(rows) write one
// Says what an event concerns.
UNWIND $rows AS row
MATCH (a:Record {key: row.source})
MATCH (b:Record {key: row.target})
MERGE (a)-[r:CONCERNS]->(b)
SET r = row.properties
RETURN count(r) AS written
