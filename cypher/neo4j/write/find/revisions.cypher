// revisions(keys) read many
// The later texts of the articles, whichever was revised how often, and whether or not the first is still there. Without
// the hints Neo4j goes through all articles for each key while they are few.
UNWIND $keys AS base
MATCH (n:Article {baseKey: base})
USING INDEX n:Article(baseKey)
RETURN base AS base, n.key AS key, n.held AS held, n.textHash AS textHash, n.documentHash AS documentHash,
  EXISTS { MATCH (later:Article)-[:REVISION_OF]->(n) } AS superseded
UNION
UNWIND $keys AS base
MATCH (first:Record {key: base})<-[:REVISION_OF*1..50]-(n:Article)
USING INDEX first:Record(key)
RETURN base AS base, n.key AS key, n.held AS held, n.textHash AS textHash, n.documentHash AS documentHash,
  EXISTS { MATCH (later:Article)-[:REVISION_OF]->(n) } AS superseded
