// supposed-of(article) read many
// The hypotheses on the sources that an article names, or that are named in what is known from it.
MATCH (a:Record {key: $article})-[:CONTAINS]->(:Assertion)-[:ATTRIBUTED_TO]->(s:Source)-[r:SAME_AS|IDENTIFIED_AS]-(n:Record)
WHERE r.hypothesis = true
RETURN type(r) AS type, startNode(r).key AS source, endNode(r).key AS target, properties(r) AS properties
UNION
MATCH (a:Record {key: $article})-[:CONTAINS]->(:Assertion)<-[:KNOWN_FROM]-(:Assertion)-[:ATTRIBUTED_TO]->(s:Source)-[r:SAME_AS|IDENTIFIED_AS]-(n:Record)
WHERE r.hypothesis = true
RETURN type(r) AS type, startNode(r).key AS source, endNode(r).key AS target, properties(r) AS properties
