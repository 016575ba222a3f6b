// revisions(key) read many
// The later texts of an article, whichever was revised how often.
MATCH (first:Record {key: $key})<-[:REVISION_OF*1..50]-(n:Article)
RETURN DISTINCT n.key AS key, n.held AS held, n.textHash AS textHash, n.documentHash AS documentHash,
  EXISTS { MATCH (later:Article)-[:REVISION_OF]->(n) } AS superseded
