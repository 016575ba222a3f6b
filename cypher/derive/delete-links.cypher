// delete-links(rows) write none
// Takes derived edges out that no assertion supports any more.
UNWIND $rows AS row
MATCH (a:Record {key: row.source})-[r]->(b:Record {key: row.target})
WHERE type(r) = row.type AND r.derived = true
DELETE r
