// attributed-to(rows) write one
// Says on whose word an assertion rests.
UNWIND $rows AS row
MATCH (a:Record {key: row.source})
MATCH (b:Record {key: row.target})
MERGE (a)-[r:ATTRIBUTED_TO]->(b)
SET r = row.properties
RETURN count(r) AS written
