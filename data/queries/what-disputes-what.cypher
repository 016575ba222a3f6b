// Which assertions turn against a claim or a whole article?
// group: Disputes
// What a report says explicitly against something that others say.
MATCH (article:Article)-[:CONTAINS]->(a:Assertion)-[:DISPUTES]->(disputed)
MATCH (a)-[:ABOUT]->(claim:Claim)
RETURN article.key AS article, claim.text AS says, coalesce(disputed.text, disputed.key) AS against
ORDER BY article, says, against
