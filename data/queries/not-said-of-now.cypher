// What is expected, or held in the abstract, rather than now?
// group: Time
// Claims by how they are meant, with the number of held reports.
// $modalities list "expected, inAbstract, hypothetical" = ["expected", "inAbstract"]
MATCH (article:Article {held: true})-[:CONTAINS]->(a:Assertion)-[:ABOUT]->(claim:Claim)
WHERE a.modality IN $modalities
RETURN a.modality AS modality, claim.text AS claim, count(DISTINCT article) AS reports
ORDER BY modality, claim
