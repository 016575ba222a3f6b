// near(key) read many
// The assertions that are the given record, are attributed to it (a source), carry it (a quote) or render it
// (an utterance), with their claims.
MATCH (a:Record {key: $key})-[:ABOUT]->(claim:Claim)
RETURN a.key AS assertion, claim.key AS claim
UNION
MATCH (:Record {key: $key})<-[:ATTRIBUTED_TO]-(a:Assertion)-[:ABOUT]->(claim:Claim)
RETURN a.key AS assertion, claim.key AS claim
UNION
MATCH (:Record {key: $key})<-[:HAS_QUOTE]-(a:Assertion)-[:ABOUT]->(claim:Claim)
RETURN a.key AS assertion, claim.key AS claim
UNION
MATCH (:Record {key: $key})<-[:RENDERS]-(:Quote)<-[:HAS_QUOTE]-(a:Assertion)-[:ABOUT]->(claim:Claim)
RETURN a.key AS assertion, claim.key AS claim
