// between(rows) read many
// The relations of the type each row names, between the two records it names. Without the hints Neo4j goes through all
// relations for each row where it planned this while they were few.
UNWIND $rows AS row
MATCH (a:Record {key: row.source})-[r]->(b:Record {key: row.target})
USING INDEX SEEK a:Record(key)
USING INDEX SEEK b:Record(key)
WHERE type(r) = row.type
RETURN row.source AS source, type(r) AS type, row.target AS target, properties(r) AS properties
