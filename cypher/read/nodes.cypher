// nodes(keys) read many
// The records with the given keys, each with the names of its outlets (of an article) and the texts of its claims (of an
// assertion) for its caption. An article's full text and the search indexes stay behind.
UNWIND $keys AS key
MATCH (n:Record {key: key})
OPTIONAL MATCH (outlet:Outlet)-[:PUBLISHED]->(n)
WITH n, collect(outlet.name) AS outlets
OPTIONAL MATCH (n)-[:ABOUT]->(claim:Claim)
WITH n, outlets, collect(claim.text) AS claims
RETURN n.key AS key, labels(n) AS labels,
  n {.*, text: CASE WHEN n:Article THEN null ELSE n.text END, nameIndex: null, textIndex: null} AS properties,
  outlets, claims
