// Where was a link supplied that the report leaves out?
// group: Sources
// Assertions of each article whose attribution rests on another report or on the context, by the reason noted.
MATCH (article:Article {held: true})-[:CONTAINS]->(a:Assertion)
WHERE a.inferred IS NOT NULL
RETURN article.key AS article, a.inferred AS reason, count(*) AS assertions
ORDER BY article, assertions DESC, reason
