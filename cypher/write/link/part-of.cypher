// part-of(rows) write one
// Ties a plan to the plan it is a part of.
UNWIND $rows AS row
MATCH (a:Record {key: row.source})
MATCH (b:Record {key: row.target})
MERGE (a)-[r:PART_OF]->(b)
SET r = row.properties
RETURN count(r) AS written
