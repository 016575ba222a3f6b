// curated-relations(types) read many
// The lasting relations that documents of shared entities state.
MATCH (a:Actor)-[r]->(b:Record)
WHERE type(r) IN $types AND r.curated = true
RETURN a.key AS source, type(r) AS type, b.key AS target, properties(r) AS properties
UNION ALL
MATCH (a:Plan)-[r]->(b:Record)
WHERE type(r) IN $types AND r.curated = true
RETURN a.key AS source, type(r) AS type, b.key AS target, properties(r) AS properties
UNION ALL
MATCH (a:Event)-[r]->(b:Record)
WHERE type(r) IN $types AND r.curated = true
RETURN a.key AS source, type(r) AS type, b.key AS target, properties(r) AS properties
