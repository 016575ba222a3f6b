// neighbours(id, types, direction, afterType, afterOther, afterEdge, limit) read many
// Relations of a node after a position, ordered by type, other end and internal id; no types means all.
MATCH (n)-[r]-(other)
WHERE elementId(n) = $id
WITH r, elementId(other) AS other, elementId(r) AS edge,
  CASE WHEN elementId(startNode(r)) = $id THEN 'out' ELSE 'in' END AS direction
WHERE ($direction = 'both' OR direction = $direction)
  AND (size($types) = 0 OR type(r) IN $types)
  AND (type(r) > $afterType OR (type(r) = $afterType
    AND (other > $afterOther OR (other = $afterOther AND edge > $afterEdge))))
RETURN type(r) AS type, direction AS direction, other AS other, edge AS id, properties(r) AS properties
ORDER BY type, other, id LIMIT $limit
