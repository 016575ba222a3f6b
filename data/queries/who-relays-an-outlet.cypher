// Which reports relay an outlet?
// group: Origins
// The held reports that pass on what the outlet wrote, with the number of their assertions that do so.
// $outlet key "Outlet" = "outlet:politico"
MATCH (:Outlet {key: $outlet})-[:PUBLISHED]->(original:Article)<-[:RELAYS]-(a:Assertion)<-[:CONTAINS]-(article:Article)
WITH article, count(DISTINCT a) AS assertions
OPTIONAL MATCH (outlet:Outlet)-[:PUBLISHED]->(article)
RETURN article.key AS article, coalesce(outlet.name, 'not named') AS publishedBy, assertions
ORDER BY assertions DESC, article
