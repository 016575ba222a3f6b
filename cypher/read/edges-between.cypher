// edges-between(source, target) read many
// All relations from one record to another.
MATCH (a:Record {key: $source})-[r]->(b:Record {key: $target})
RETURN a.key AS source, b.key AS target, type(r) AS type, properties(r) AS properties
