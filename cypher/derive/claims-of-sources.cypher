// claims-of-sources(keys) read many
// The claims for which somebody names one of the given sources.
UNWIND $keys AS key
MATCH (s:Record {key: key})<-[:ATTRIBUTED_TO]-(:Assertion)-[:ABOUT]->(c:Claim)
RETURN DISTINCT c.key AS claim
