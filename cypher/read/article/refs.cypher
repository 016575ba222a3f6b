// refs(keys) read many
// The articles with the given keys, without their text, each with its outlet.
UNWIND $keys AS key
MATCH (article:Record {key: key})
WHERE article:Article
OPTIONAL MATCH (outlet:Outlet)-[:PUBLISHED]->(article)
RETURN article.key AS key, article {.*, text: null, textIndex: null} AS properties,
  outlet.key AS outlet, outlet.name AS outletName
