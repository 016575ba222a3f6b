// spoken-by(rows) write one
// Says who spoke an utterance.
UNWIND $rows AS row
MATCH (a:Record {key: row.source})
MATCH (b:Record {key: row.target})
MERGE (a)-[r:SPOKEN_BY]->(b)
SET r = row.properties
RETURN count(r) AS written
