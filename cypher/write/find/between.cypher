// between(rows) read many
// The relations of the type each row names, between the two records it names.
UNWIND $rows AS row
MATCH (a:Record {key: row.source})-[r]->(b:Record {key: row.target})
WHERE type(r) = row.type
RETURN row.source AS source, type(r) AS type, row.target AS target, properties(r) AS properties
