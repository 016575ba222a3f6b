// slice(skip, slice) read many
// So many nodes after the first so many, as the engine comes upon them.
MATCH (n)
RETURN elementId(n) AS id, labels(n) AS labels, properties(n) AS properties
SKIP $skip LIMIT $slice
