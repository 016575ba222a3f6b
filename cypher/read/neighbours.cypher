// neighbours(key, types, direction, afterType, afterKey, limit) read many
// Relations of a record from a position on, ordered by type and the other end's key; no types means all.
// The page begins with the whole group at the position, so that parallel relations keep their numbers.
MATCH (n:Record {key: $key})-[r]-(other:Record)
WITH r, other, CASE WHEN startNode(r).key = $key THEN 'out' ELSE 'in' END AS direction
WHERE ($direction = 'both' OR direction = $direction)
  AND (size($types) = 0 OR type(r) IN $types)
  AND (type(r) > $afterType OR (type(r) = $afterType AND other.key >= $afterKey))
RETURN type(r) AS type, direction AS direction, other.key AS other, properties(r) AS properties
ORDER BY type, other, direction, coalesce(r.title, ''), coalesce(r.from, ''), coalesce(r.to, ''),
  coalesce(r.how, ''), coalesce(r.descriptor, '')
LIMIT $limit
