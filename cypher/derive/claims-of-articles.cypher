// claims-of-articles(keys) read many
// The claims that the given articles bear on: what they say, what is known from that, what others have from them, and
// under which others quote the words of which these too may say who spoke them.
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
UNION
UNWIND $keys AS key
MATCH (a:Record {key: key})-[:CONTAINS]->(:Assertion)-[:HAS_QUOTE]->(:Quote)-[:RENDERS]->(u:Utterance)
MATCH (u)<-[:RENDERS]-(:Quote)<-[:HAS_QUOTE]-(:Assertion)-[:ABOUT]->(c:Claim)
RETURN c.key AS claim
UNION
UNWIND $keys AS key
MATCH (a:Record {key: key})-[:CONTAINS]->(:Assertion)-[:HAS_QUOTE]->(:Quote)-[:TRANSLATION_OF]->(:Quote)-[:RENDERS]->(u:Utterance)
MATCH (u)<-[:RENDERS]-(:Quote)<-[:HAS_QUOTE]-(:Assertion)-[:ABOUT]->(c:Claim)
RETURN c.key AS claim
