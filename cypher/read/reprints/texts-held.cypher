// texts-held() read many
// The articles whose text is kept, in its newest form, without the text itself.
MATCH (article:Article)
WHERE article.held = true AND article.text IS NOT NULL AND NOT EXISTS { MATCH (:Article)-[:REVISION_OF]->(article) }
OPTIONAL MATCH (outlet:Outlet)-[:PUBLISHED]->(article)
RETURN article.key AS key, article.textHash AS textHash, article.publishedTo AS publishedTo, outlet.key AS outlet
