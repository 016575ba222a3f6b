// nodes(ids) read many
// The nodes with the given internal ids.
MATCH (n)
WHERE elementId(n) IN $ids
RETURN elementId(n) AS id, labels(n) AS labels, properties(n) AS properties
