// renders(rows) write one
// Ties quotations to the utterance they render.
UNWIND $rows AS row
MATCH (a:Record {key: row.source})
MATCH (b:Record {key: row.target})
MERGE (a)-[r:RENDERS]->(b)
SET r = row.properties
RETURN count(r) AS written
