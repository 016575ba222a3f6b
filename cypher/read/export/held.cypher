// held() read many
// Every held article, and the earlier text that it revises.
MATCH (n:Article)
WHERE n.held = true
OPTIONAL MATCH (n)-[:REVISION_OF]->(earlier:Article)
RETURN n.key AS key, earlier.key AS revises
