// revisions() read many
// Which text of an article revises which.
MATCH (later:Article)-[:REVISION_OF]->(earlier:Article)
RETURN later.key AS later, earlier.key AS earlier
