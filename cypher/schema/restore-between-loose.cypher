// restore-between-loose(rows) write one
// The same between nodes without a key, found by their places in the backup.
UNWIND $rows AS row
MATCH (a) WHERE a.hearsayPlace = row.source
MATCH (b) WHERE b.hearsayPlace = row.target
CREATE (a)-[r:ANY_TYPE]->(b)
SET r = row.properties
RETURN count(r) AS written
