// contains(rows) write one
// Puts assertions into their article.
UNWIND $rows AS row
MATCH (a:Record {key: row.source})
MATCH (b:Record {key: row.target})
MERGE (b)<-[r:CONTAINS]-(a)
SET r = row.properties
RETURN count(r) AS written
