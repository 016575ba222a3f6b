// What was reported between two days?
// group: Time
// Stances that held reports of these days assert of now, with the words they use and in how many places; articles without a first day are left out.
// $from date "From" = "2024-12-01"
// $to date "To" = "2024-12-31"
// $plan key "Plan or event" = "plan:nato-invitation"
MATCH (article:Article {held: true})-[:CONTAINS]->(a:Assertion {mode: 'asserts', modality: 'now'})-[:ABOUT]->(claim:Claim {kind: 'stance'})-[:TARGET]->(:Record {key: $plan})
WHERE article.publishedFrom >= $from AND article.publishedFrom <= $to
RETURN claim.text AS claim, a.wording AS wording, article.key AS article, count(*) AS places
ORDER BY claim, wording, article
