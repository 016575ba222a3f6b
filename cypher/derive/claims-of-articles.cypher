// claims-of-articles(keys) read many
// The claims that the given articles bear on: what they say, what is known from that, and what others have from them.
UNWIND $keys AS key
MATCH (a:Record {key: key})-[:CONTAINS]->(:Assertion)-[:ABOUT]->(c:Claim)
RETURN c.key AS claim
UNION
UNWIND $keys AS key
MATCH (a:Record {key: key})-[:CONTAINS]->(:Assertion)<-[:KNOWN_FROM]-(:Assertion)-[:ABOUT]->(c:Claim)
RETURN c.key AS claim
UNION
UNWIND $keys AS key
MATCH (a:Record {key: key})<-[:RELAYS]-(:Assertion)-[:ABOUT]->(c:Claim)
RETURN c.key AS claim
