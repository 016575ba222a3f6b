// pairs-among(ids, limit) read many
// The two ends of each relation that has both among the given nodes; no more than the limit.
MATCH (a)-[r]->(b)
WHERE elementId(a) IN $ids AND elementId(b) IN $ids
RETURN elementId(a) AS source, elementId(b) AS target, elementId(r) AS id
LIMIT $limit
