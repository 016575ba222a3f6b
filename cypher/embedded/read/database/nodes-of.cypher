// nodes-of(label, limit) read many
// The properties of some nodes with a label; the engine cannot say the type of a value.
MATCH (n)
WHERE $label IN labels(n)
RETURN properties(n) AS properties LIMIT $limit
