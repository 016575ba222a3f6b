// claims(key) read many
// The assertions of an article with their claims.
MATCH (:Record {key: $key})-[:CONTAINS]->(a:Assertion)-[:ABOUT]->(claim:Claim)
RETURN a.key AS assertion, claim.key AS claim
