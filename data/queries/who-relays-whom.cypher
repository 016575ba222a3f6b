// Which report relays which?
// group: Origins
// Each held report beside the articles that it has its news from, and how much of it.
MATCH (article:Article)-[:CONTAINS]->(a:Assertion)-[:RELAYS]->(original:Article)
RETURN article.key AS article, original.key AS original, count(DISTINCT a) AS assertions
ORDER BY article, original
