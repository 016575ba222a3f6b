// step-toward(rows) write one
// Ties a plan to the plan it leads to.
UNWIND $rows AS row
MATCH (a:Record {key: row.source})
MATCH (b:Record {key: row.target})
MERGE (a)-[r:STEP_TOWARD]->(b)
SET r = row.properties
RETURN count(r) AS written
