// articles(keys) read many
// The articles with these keys: of a held one only that it is, of a stub all that is known of it. The label is asked for in
// a part of its own: in one with the key, Neo4j goes through all articles for each key while they are few.
UNWIND $keys AS key
MATCH (n:Record {key: key})
WITH key, n
WHERE n:Article
RETURN n.key AS key, n.held AS held, n.textHash AS textHash, n.documentHash AS documentHash,
  EXISTS { MATCH (later:Article)-[:REVISION_OF]->(n) } AS superseded,
  CASE WHEN n.held THEN null ELSE properties(n) END AS stub
