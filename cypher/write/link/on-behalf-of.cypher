// on-behalf-of(rows) write one
// Says for whom the words are spoken.
UNWIND $rows AS row
MATCH (a:Record {key: row.source})
MATCH (b:Record {key: row.target})
MERGE (a)-[r:ON_BEHALF_OF]->(b)
SET r = row.properties
RETURN count(r) AS written
