// nodes(keys) read many
// The records with the given keys, each with the outlet's name (of an article) and the claim's text (of an assertion)
// for its caption. An article's full text and the search indexes stay behind.
UNWIND $keys AS key
MATCH (n:Record {key: key})
OPTIONAL MATCH (outlet:Outlet)-[:PUBLISHED]->(n)
OPTIONAL MATCH (n)-[:ABOUT]->(claim:Claim)
RETURN n.key AS key, labels(n) AS labels,
  n {.*, text: CASE WHEN n:Article THEN null ELSE n.text END, nameIndex: null, textIndex: null} AS properties,
  outlet.name AS outlet, claim.text AS claim
