// Which claims do several reports have from one and the same article?
// group: Origins
// What looks confirmed by many and is one voice: one article, retold.
// $reports number "At least this many reports" = 3
MATCH (article:Article)-[:CONTAINS]->(a:Assertion)-[:RELAYS]->(original:Article)
MATCH (a)-[:ABOUT]->(claim:Claim)
WITH claim, original, count(DISTINCT article) AS reports
WHERE reports >= $reports
RETURN claim.text AS claim, original.key AS original, reports
ORDER BY reports DESC, claim, original
