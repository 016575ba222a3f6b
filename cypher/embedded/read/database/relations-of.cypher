// relations-of(type, limit) read many
// The properties of some relations of a type; the engine cannot say the type of a value.
MATCH ()-[r]->()
WHERE type(r) = $type
RETURN properties(r) AS properties LIMIT $limit
