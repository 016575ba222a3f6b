// sources-of-articles(keys) read many
// The sources that the given articles name, and those named in what is known from them.
UNWIND $keys AS key
MATCH (a:Record {key: key})-[:CONTAINS]->(:Assertion)-[:ATTRIBUTED_TO]->(s:Source)
RETURN s.key AS source
UNION
UNWIND $keys AS key
MATCH (a:Record {key: key})-[:CONTAINS]->(:Assertion)<-[:KNOWN_FROM]-(:Assertion)-[:ATTRIBUTED_TO]->(s:Source)
RETURN s.key AS source
