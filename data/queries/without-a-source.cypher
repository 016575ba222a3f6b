// How much do reports say in their own voice?
// group: Sources
// Assertions of each held report, and those of them that name no source and relay no article.
MATCH (article:Article {held: true})-[:CONTAINS]->(a:Assertion)
WITH article, count(a) AS assertions
MATCH (article)-[:CONTAINS]->(own:Assertion)
WHERE NOT EXISTS { MATCH (own)-[:ATTRIBUTED_TO]->(:Source) } AND NOT EXISTS { MATCH (own)-[:RELAYS]->(:Article) }
RETURN article.key AS article, assertions, count(own) AS ownVoice
ORDER BY article
