// citing(outlet, cited) read many
// The assertions in an outlet's articles that relay an article of another outlet, with their claims.
MATCH (:Record {key: $outlet})-[:PUBLISHED]->(:Article)-[:CONTAINS]->(a:Assertion)-[:RELAYS]->(:Article)<-[:PUBLISHED]-(:Record {key: $cited})
MATCH (a)-[:ABOUT]->(claim:Claim)
RETURN DISTINCT a.key AS assertion, claim.key AS claim
