// articles(keys) read many
// The articles with these keys: of a held one only that it is, of a stub all that is known of it.
UNWIND $keys AS key
MATCH (n:Article:Record {key: key})
RETURN n.key AS key, n.held AS held, n.textHash AS textHash, n.documentHash AS documentHash,
  EXISTS { MATCH (later:Article)-[:REVISION_OF]->(n) } AS superseded,
  CASE WHEN n.held THEN null ELSE properties(n) END AS stub
