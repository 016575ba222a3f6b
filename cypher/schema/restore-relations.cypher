// restore-relations(rows) write one
// Makes relations of a backup between records; their type is put in the place of ANY_TYPE.
UNWIND $rows AS row
MATCH (a:Record {key: row.source})
MATCH (b:Record {key: row.target})
CREATE (a)-[r:ANY_TYPE]->(b)
SET r = row.properties
RETURN count(r) AS written
