// list() read many
// Every article, held or known only from others, with its outlet, the outlet's grade and the number of its assertions.
MATCH (article:Article)
OPTIONAL MATCH (outlet:Outlet)-[:PUBLISHED]->(article)
OPTIONAL MATCH (article)-[:CONTAINS]->(a:Assertion)
RETURN article.key AS key, article {.*, text: null, textIndex: null} AS properties,
  outlet.key AS outlet, outlet.name AS outletName, outlet.reliability AS reliability, count(a) AS assertions
