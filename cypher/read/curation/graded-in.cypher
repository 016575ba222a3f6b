// graded-in(article) read many
// The grades on what an article says: on its assertions, on what is known from these, on the sources
// and outlets it names.
MATCH (a:Record {key: $article})-[:CONTAINS]->(n:Assertion)
WHERE n.credibility IS NOT NULL
RETURN n.key AS key, null AS reliability, n.credibility AS credibility, n.gradedBy AS gradedBy, n.gradedWhy AS gradedWhy
UNION
MATCH (a:Record {key: $article})-[:CONTAINS]->(:Assertion)<-[:KNOWN_FROM]-(n:Assertion)
WHERE n.credibility IS NOT NULL
RETURN n.key AS key, null AS reliability, n.credibility AS credibility, n.gradedBy AS gradedBy, n.gradedWhy AS gradedWhy
UNION
MATCH (a:Record {key: $article})-[:CONTAINS]->(:Assertion)-[:ATTRIBUTED_TO]->(n:Source)
WHERE n.reliability IS NOT NULL
RETURN n.key AS key, n.reliability AS reliability, null AS credibility, n.gradedBy AS gradedBy, n.gradedWhy AS gradedWhy
UNION
MATCH (a:Record {key: $article})-[:CONTAINS]->(:Assertion)<-[:KNOWN_FROM]-(:Assertion)-[:ATTRIBUTED_TO]->(n:Source)
WHERE n.reliability IS NOT NULL
RETURN n.key AS key, n.reliability AS reliability, null AS credibility, n.gradedBy AS gradedBy, n.gradedWhy AS gradedWhy
UNION
MATCH (a:Record {key: $article})<-[:PUBLISHED]-(n:Outlet)
WHERE n.reliability IS NOT NULL
RETURN n.key AS key, n.reliability AS reliability, null AS credibility, n.gradedBy AS gradedBy, n.gradedWhy AS gradedWhy
UNION
MATCH (a:Record {key: $article})-[:MENTIONS]->(n:Outlet)
WHERE n.reliability IS NOT NULL
RETURN n.key AS key, n.reliability AS reliability, null AS credibility, n.gradedBy AS gradedBy, n.gradedWhy AS gradedWhy
