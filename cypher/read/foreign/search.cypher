// search(names, word, limit) read many
// Nodes one of whose properties with a caption's name holds the given lower-case text.
MATCH (n)
WHERE any(name IN $names WHERE coalesce(toLower(toString(n[name])), '') CONTAINS $word)
RETURN elementId(n) AS id, labels(n) AS labels, properties(n) AS properties
LIMIT $limit
