// known-from(rows) write one
// The same as write/link/known-from where one end at least is new, so that there is no such relation.
UNWIND $rows AS row
MATCH (a:Record {key: row.source})
MATCH (b:Record {key: row.target})
CREATE (a)-[r:KNOWN_FROM]->(b)
SET r = row.properties
RETURN count(r) AS written
