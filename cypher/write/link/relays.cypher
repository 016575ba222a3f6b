// relays(rows) write one
// Says which article an assertion is taken from.
UNWIND $rows AS row
MATCH (a:Record {key: row.source})
MATCH (b:Record {key: row.target})
MERGE (a)-[r:RELAYS]->(b)
SET r = row.properties
RETURN count(r) AS written
