// quoted-claims(outlet, actor) read many
// The claims under which the outlet quotes the actor; it begins at the actor, who is quoted less often than an outlet prints.
MATCH (p:Record {key: $actor})<-[:SPOKEN_BY]-(:Utterance)<-[:RENDERS]-(:Quote)<-[:HAS_QUOTE]-(s:Assertion)<-[:CONTAINS]-(:Article)<-[:PUBLISHED]-(o:Outlet)
WHERE o.key = $outlet
MATCH (s)-[:ABOUT]->(c:Claim)
RETURN DISTINCT c.key AS claim
