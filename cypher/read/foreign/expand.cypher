// expand(ids, limit) read many
// The pairs of a given node and one next to it, in either direction; no more than the limit.
MATCH (a)-[]-(b)
WHERE elementId(a) IN $ids
RETURN DISTINCT elementId(a) AS key, elementId(b) AS other
LIMIT $limit
