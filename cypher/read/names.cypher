// names(limit) read many
// Keys, names and aliases to find the nearest to a mistyped key: entities and articles.
MATCH (n:Actor)
RETURN n.key AS key, n.name AS name, n.aliases AS aliases LIMIT $limit
UNION ALL
MATCH (n:Outlet)
RETURN n.key AS key, n.name AS name, n.aliases AS aliases LIMIT $limit
UNION ALL
MATCH (n:Plan)
RETURN n.key AS key, n.name AS name, n.aliases AS aliases LIMIT $limit
UNION ALL
MATCH (n:Event)
RETURN n.key AS key, n.name AS name, n.aliases AS aliases LIMIT $limit
UNION ALL
MATCH (n:Article)
RETURN n.key AS key, coalesce(n.title, n.key) AS name, null AS aliases LIMIT $limit
