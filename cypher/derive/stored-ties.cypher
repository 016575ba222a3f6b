// stored-ties(rows) read many
// The derived quotations and citations between given pairs as they are stored.
UNWIND $rows AS row
MATCH (a:Record {key: row.source})
MATCH (b:Record {key: row.target})
MATCH (a)-[r:QUOTES|CITES]->(b)
RETURN type(r) AS type, row.source AS source, row.target AS target, properties(r) AS properties
