// search(names, word, labels, limit) read many
// Nodes one of whose properties with a caption's name holds the given lower-case text; no labels means all.
MATCH (n)
WHERE (size($labels) = 0 OR size([label IN labels(n) WHERE label IN $labels]) > 0)
  AND any(name IN $names WHERE coalesce(toLower(toString(n[name])), '') CONTAINS $word)
RETURN elementId(n) AS id, labels(n) AS labels, properties(n) AS properties
LIMIT $limit
