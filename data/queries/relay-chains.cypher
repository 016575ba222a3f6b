// By what chain does a stance reach us?
// group: Origins
// Each report that asserts it by relaying another article, that article, the source who is named there, and in how many places the report says so.
// $holder key "Whose stance" = "country:hu"
// $plan key "On which plan or event" = "plan:nato-membership"
MATCH (claim:Claim)-[:HOLDER]->(:Record {key: $holder}), (claim)-[:TARGET]->(:Record {key: $plan})
MATCH (source:Source)<-[told:ATTRIBUTED_TO]-(original:Assertion)-[:ABOUT]->(claim)
MATCH (original)-[:KNOWN_FROM]->(retold:Assertion {mode: 'asserts', modality: 'now'})<-[:CONTAINS]-(article:Article)
MATCH (stub:Article)-[:CONTAINS]->(original)
RETURN claim.text AS claim, article.key AS report, stub.key AS relays, source.descriptor AS source, count(retold) AS places
ORDER BY claim, report, relays, source
