// delete-links(rows) write none
// Takes relations out; an office is told apart by its title, which is empty for anything else.
UNWIND $rows AS row
MATCH (a:Record {key: row.source})-[r]->(b:Record {key: row.target})
WHERE type(r) = row.type AND coalesce(r.title, '') = row.title
DELETE r
