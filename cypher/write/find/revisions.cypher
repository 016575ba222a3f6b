// revisions(key) read many
// The later texts of an article, whichever was revised how often, and whether or not the first is still there.
MATCH (n:Article {baseKey: $key})
RETURN n.key AS key, n.held AS held, n.textHash AS textHash, n.documentHash AS documentHash,
  EXISTS { MATCH (later:Article)-[:REVISION_OF]->(n) } AS superseded
UNION
MATCH (first:Record {key: $key})<-[:REVISION_OF*1..50]-(n:Article)
RETURN n.key AS key, n.held AS held, n.textHash AS textHash, n.documentHash AS documentHash,
  EXISTS { MATCH (later:Article)-[:REVISION_OF]->(n) } AS superseded
