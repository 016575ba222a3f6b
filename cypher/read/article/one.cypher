// one(key) read one
// An article with its text, if it is held, and its outlet.
MATCH (article:Record {key: $key})
WHERE article:Article
OPTIONAL MATCH (outlet:Outlet)-[:PUBLISHED]->(article)
RETURN article.key AS key, article {.*, textIndex: null} AS properties, outlet.key AS outlet, outlet.name AS outletName
