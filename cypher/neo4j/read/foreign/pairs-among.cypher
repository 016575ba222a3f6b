// pairs-among(ids, limit) read many
// The two ends of each relation that has both among the given nodes; no more than the limit.
// Nodes are compared rather than their ids, which would be made for every relation that is passed.
MATCH (n)
WHERE elementId(n) IN $ids
WITH collect(n) AS nodes
UNWIND nodes AS a
MATCH (a)-[r]->(b)
WHERE b IN nodes
RETURN elementId(a) AS source, elementId(b) AS target, elementId(r) AS id
LIMIT $limit
