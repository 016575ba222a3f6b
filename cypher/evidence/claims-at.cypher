// claims-at(keys) read many
// The claims under given articles, assertions and quotes.
UNWIND $keys AS key
MATCH (s:Record {key: key})-[:ABOUT]->(c:Claim)
RETURN c.key AS claim
UNION
UNWIND $keys AS key
MATCH (a:Record {key: key})-[:CONTAINS]->(:Assertion)-[:ABOUT]->(c:Claim)
RETURN c.key AS claim
UNION
UNWIND $keys AS key
MATCH (q:Record {key: key})<-[:HAS_QUOTE]-(:Assertion)-[:ABOUT]->(c:Claim)
RETURN c.key AS claim
