// sample(limit) read many
// Some nodes of somebody else's database, as the engine comes upon them.
MATCH (n)
RETURN elementId(n) AS id, labels(n) AS labels, properties(n) AS properties
LIMIT $limit
