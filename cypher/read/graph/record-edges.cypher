// record-edges(types) read many
// The relations of the given types that start at an article, an assertion, a claim, a source, a quote or an utterance.
MATCH (a:Article)-[r]->(b:Record)
WHERE type(r) IN $types
RETURN a.key AS source, b.key AS target, type(r) AS type, properties(r) AS properties
UNION ALL
MATCH (a:Assertion)-[r]->(b:Record)
WHERE type(r) IN $types
RETURN a.key AS source, b.key AS target, type(r) AS type, properties(r) AS properties
UNION ALL
MATCH (a:Claim)-[r]->(b:Record)
WHERE type(r) IN $types
RETURN a.key AS source, b.key AS target, type(r) AS type, properties(r) AS properties
UNION ALL
MATCH (a:Source)-[r]->(b:Record)
WHERE type(r) IN $types
RETURN a.key AS source, b.key AS target, type(r) AS type, properties(r) AS properties
UNION ALL
MATCH (a:Quote)-[r]->(b:Record)
WHERE type(r) IN $types
RETURN a.key AS source, b.key AS target, type(r) AS type, properties(r) AS properties
UNION ALL
MATCH (a:Utterance)-[r]->(b:Record)
WHERE type(r) IN $types
RETURN a.key AS source, b.key AS target, type(r) AS type, properties(r) AS properties
