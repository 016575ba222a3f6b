// nodes(keys) read many
// The records with the given keys, each with the names of its outlets (of an article) and the texts of its claims (of an
// assertion) for its caption. An article's full text and the search indexes stay behind. As lists of patterns: for an OPTIONAL
// MATCH the embedded engine goes through all relations of the type. They leave out what is null, as collect() does.
UNWIND $keys AS key
MATCH (n:Record {key: key})
RETURN n.key AS key, labels(n) AS labels,
  n {.*, text: CASE WHEN n:Article THEN null ELSE n.text END, nameIndex: null, textIndex: null} AS properties,
  [(n)<-[:PUBLISHED]-(outlet:Outlet) | outlet.name] AS outlets,
  [(n)-[:ABOUT]->(claim:Claim) | claim.text] AS claims
