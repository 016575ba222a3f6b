// has-quote(rows) write one
// The same as write/link/has-quote where one end at least is new, so that there is no such relation.
UNWIND $rows AS row
MATCH (a:Record {key: row.source})
MATCH (b:Record {key: row.target})
CREATE (a)-[r:HAS_QUOTE]->(b)
SET r = row.properties
RETURN count(r) AS written
