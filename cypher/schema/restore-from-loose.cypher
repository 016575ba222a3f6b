// restore-from-loose(rows) write one
// The same from nodes without a key, found by their place in the backup, to records.
UNWIND $rows AS row
MATCH (a) WHERE a.hearsayPlace = row.source
MATCH (b:Record {key: row.target})
CREATE (a)-[r:ANY_TYPE]->(b)
SET r = row.properties
RETURN count(r) AS written
