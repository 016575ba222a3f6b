// names(prefix, limit) read many
// Keys and names of the records whose key begins so, to find the nearest to a mistyped one.
MATCH (n:Record)
WHERE n.key STARTS WITH $prefix
RETURN n.key AS key, coalesce(n.name, n.title, n.descriptor, n.quote, n.key) AS name
LIMIT $limit
