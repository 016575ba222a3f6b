// loose-relations(ids) read many
// The relations that lead from these nodes, and those that lead to them from records with a key.
MATCH (a)-[r]->(b)
WHERE elementId(a) IN $ids
RETURN elementId(a) AS sourceId, a.key AS source, type(r) AS type, elementId(b) AS targetId, b.key AS target,
  properties(r) AS properties
UNION ALL
MATCH (a)-[r]->(b)
WHERE elementId(b) IN $ids AND NOT elementId(a) IN $ids
RETURN elementId(a) AS sourceId, a.key AS source, type(r) AS type, elementId(b) AS targetId, b.key AS target,
  properties(r) AS properties
