// search-names() read many
// The names of all entities, to find them by.
MATCH (n:Actor)
RETURN n.key AS key, labels(n) AS labels, n.name AS name, n.aliases AS aliases
UNION ALL
MATCH (n:Outlet)
RETURN n.key AS key, labels(n) AS labels, n.name AS name, n.aliases AS aliases
UNION ALL
MATCH (n:Plan)
RETURN n.key AS key, labels(n) AS labels, n.name AS name, n.aliases AS aliases
UNION ALL
MATCH (n:Event)
RETURN n.key AS key, labels(n) AS labels, n.name AS name, n.aliases AS aliases
