// cited-claims(outlet, cited) read many
// The claims that the outlet has from articles of the other; it begins at what is relayed of that.
MATCH (p:Record {key: $cited})-[:PUBLISHED]->(:Article)<-[:RELAYS]-(s:Assertion)<-[:CONTAINS]-(:Article)<-[:PUBLISHED]-(o:Outlet)
WHERE o.key = $outlet
MATCH (s)-[:ABOUT]->(c:Claim)
RETURN DISTINCT c.key AS claim
