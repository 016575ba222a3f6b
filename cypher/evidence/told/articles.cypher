// articles() read many
// Every article, held or known only from others, with its outlet.
MATCH (a:Article)
OPTIONAL MATCH (o:Outlet)-[:PUBLISHED]->(a)
RETURN a.key AS article, a.title AS title, o.key AS outlet, o.owner AS owner, o.reliability AS reliability,
  a.held AS held, a.publishedFrom AS publishedFrom, a.publishedTo AS publishedTo
