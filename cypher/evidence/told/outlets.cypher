// outlets() read many
// Which articles' documents say that an article is of its outlet.
MATCH (o:Outlet)-[p:PUBLISHED]->(a:Article)
RETURN a.key AS article, o.key AS outlet, p.articles AS by
