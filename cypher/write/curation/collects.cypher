// collects(rows) write one
// Puts articles into cases.
UNWIND $rows AS row
MATCH (a:Record {key: row.source})
MATCH (b:Record {key: row.target})
MERGE (b)<-[r:COLLECTS]-(a)
RETURN count(r) AS written
