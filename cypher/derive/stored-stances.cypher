// stored-stances(rows) read many
// The derived stances between given holders and targets as they are stored.
UNWIND $rows AS row
MATCH (a:Record {key: row.source})
MATCH (b:Record {key: row.target})
MATCH (a)-[r:OPPOSES|SUPPORTS|NONCOMMITTAL_ON|DEFERS_ON]->(b)
RETURN type(r) AS type, row.source AS source, row.target AS target, properties(r) AS properties
