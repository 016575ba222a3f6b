// said-in(articles) read many
// What given articles say in their own text.
UNWIND $articles AS article
MATCH (a:Record {key: article})-[:CONTAINS]->(s:Assertion)-[:ABOUT]->(c:Claim)
WHERE s.reconstructed = false
RETURN s.key AS assertion, article AS article, c.key AS claim, s.mode AS mode, s.modality AS modality, s.quote AS quote,
  coalesce(s.quote, c.text) AS name
