// restore-to-loose(rows) write one
// The same from records to nodes without a key, found by their place in the backup.
UNWIND $rows AS row
MATCH (a:Record {key: row.source})
MATCH (b) WHERE b.hearsayPlace = row.target
CREATE (a)-[r:ANY_TYPE]->(b)
SET r = row.properties
RETURN count(r) AS written
