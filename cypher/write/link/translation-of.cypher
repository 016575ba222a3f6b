// translation-of(rows) write one
// Ties a quotation to the one it translates.
UNWIND $rows AS row
MATCH (a:Record {key: row.source})
MATCH (b:Record {key: row.target})
MERGE (a)-[r:TRANSLATION_OF]->(b)
SET r = row.properties
RETURN count(r) AS written
