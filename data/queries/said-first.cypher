// Who had a stance first?
// group: Time
// For each reported stance on a plan, the day by which it was in print and the article that had it; where days are not certain, the last that is possible counts.
// $plan key "Plan or event" = "plan:victory-plan"
MATCH (claim:Claim {kind: 'stance'})-[:TARGET]->(:Record {key: $plan})
MATCH (article:Article)-[:CONTAINS]->(a:Assertion {mode: 'asserts'})-[:ABOUT]->(claim)
WITH claim, min(article.publishedTo) AS first
MATCH (article:Article {publishedTo: first})-[:CONTAINS]->(:Assertion {mode: 'asserts'})-[:ABOUT]->(claim)
RETURN DISTINCT claim.text AS claim, first, article.key AS article
ORDER BY first, claim, article
