// articles(keys) read many
// The given articles with their outlets.
UNWIND $keys AS key
MATCH (a:Record {key: key})
OPTIONAL MATCH (o:Outlet)-[:PUBLISHED]->(a)
RETURN key AS article, a.title AS title, o.key AS outlet, o.owner AS owner, o.reliability AS reliability,
  a.held AS held, a.publishedFrom AS publishedFrom, a.publishedTo AS publishedTo
