// mentioning(keys) read many
// Of the given entities whether they are curated, and the articles that mention them.
UNWIND $keys AS key
MATCH (n:Record {key: key})
OPTIONAL MATCH (article:Article)-[:MENTIONS]->(n)
RETURN n.key AS key, coalesce(n.curated, false) AS curated, collect(DISTINCT article.key) AS articles
