// known-from(rows) write one
// Ties a reconstructed assertion to the assertions that show it.
UNWIND $rows AS row
MATCH (a:Record {key: row.source})
MATCH (b:Record {key: row.target})
MERGE (a)-[r:KNOWN_FROM]->(b)
SET r = row.properties
RETURN count(r) AS written
