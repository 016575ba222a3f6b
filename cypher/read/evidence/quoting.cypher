// quoting(outlet, actor) read many
// The assertions in an outlet's articles that carry words of an actor, with their claims.
MATCH (:Record {key: $outlet})-[:PUBLISHED]->(:Article)-[:CONTAINS]->(a:Assertion)-[:HAS_QUOTE]->(:Quote)-[:RENDERS]->(:Utterance)-[:SPOKEN_BY]->(:Record {key: $actor})
MATCH (a)-[:ABOUT]->(claim:Claim)
RETURN DISTINCT a.key AS assertion, claim.key AS claim
