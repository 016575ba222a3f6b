// reporting(outlet, claim) read many
// The assertions of a claim in an outlet's articles.
MATCH (claim:Record {key: $claim})<-[:ABOUT]-(a:Assertion)<-[:CONTAINS]-(:Article)<-[:PUBLISHED]-(:Record {key: $outlet})
RETURN DISTINCT a.key AS assertion, claim.key AS claim
