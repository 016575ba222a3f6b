// has-quote(rows) write one
// Ties an assertion to its quotations.
UNWIND $rows AS row
MATCH (a:Record {key: row.source})
MATCH (b:Record {key: row.target})
MERGE (a)-[r:HAS_QUOTE]->(b)
SET r = row.properties
RETURN count(r) AS written
