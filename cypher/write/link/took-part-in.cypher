// took-part-in(rows) write one
// Says who took part in an event.
UNWIND $rows AS row
MATCH (a:Record {key: row.source})
MATCH (b:Record {key: row.target})
MERGE (a)-[r:TOOK_PART_IN]->(b)
SET r = row.properties
RETURN count(r) AS written
