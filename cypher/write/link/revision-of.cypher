// revision-of(rows) write one
// Ties an article to the earlier text it takes the place of.
UNWIND $rows AS row
MATCH (a:Record {key: row.source})
MATCH (b:Record {key: row.target})
MERGE (a)-[r:REVISION_OF]->(b)
SET r = row.properties
RETURN count(r) AS written
