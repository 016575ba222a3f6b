// same-as(rows) write one
// Takes two sources to be one; the relation is left with exactly the properties given.
UNWIND $rows AS row
MATCH (a:Record {key: row.source})
MATCH (b:Record {key: row.target})
MERGE (a)-[r:SAME_AS]->(b)
SET r = row.properties
RETURN count(r) AS written
