// expand(ids, types, limit) read many
// The pairs of a given node and one next to it, in either direction; no types means all; no more than the limit.
MATCH (a)-[r]-(b)
WHERE elementId(a) IN $ids AND (size($types) = 0 OR type(r) IN $types)
RETURN DISTINCT elementId(a) AS key, elementId(b) AS other
LIMIT $limit
