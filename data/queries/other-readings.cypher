// Which assertions on a plan may be read otherwise?
// group: Disputes
// What the reader of a report noted as a second possible meaning.
// $plan key "Plan or event" = "plan:delayed-nato-membership"
MATCH (article:Article)-[:CONTAINS]->(a:Assertion)-[:ABOUT]->(claim:Claim)-[:TARGET]->(:Record {key: $plan})
WHERE a.alternativeReading IS NOT NULL
RETURN article.key AS article, claim.text AS claim, a.wording AS wording, a.alternativeReading AS otherwise
ORDER BY article, claim, wording
