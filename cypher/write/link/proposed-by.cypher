// proposed-by(rows) write one
// Says who proposed a plan.
UNWIND $rows AS row
MATCH (a:Record {key: row.source})
MATCH (b:Record {key: row.target})
MERGE (a)-[r:PROPOSED_BY]->(b)
SET r = row.properties
RETURN count(r) AS written
