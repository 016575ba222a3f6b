// articles(keys) read many
// The articles with these keys: of a held one only that it is, of a stub all that is known of it. The pattern has one label
// only, that of the index: with two, an engine that plans while the database is empty goes through all articles for each key.
UNWIND $keys AS key
MATCH (n:Record {key: key})
WHERE n:Article
RETURN n.key AS key, n.held AS held, n.textHash AS textHash, n.documentHash AS documentHash,
  EXISTS { MATCH (later:Article)-[:REVISION_OF]->(n) } AS superseded,
  CASE WHEN n.held THEN null ELSE properties(n) END AS stub
