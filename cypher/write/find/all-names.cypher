// all-names(limit) read many
// What every entity goes by, at most so many of each kind, for who looks for very many names.
MATCH (n:Actor)
WHERE n.nameIndex IS NOT NULL
RETURN n.key AS key, n.name AS name, n.nameIndex AS nameIndex LIMIT $limit
UNION ALL
MATCH (n:Outlet)
WHERE n.nameIndex IS NOT NULL
RETURN n.key AS key, n.name AS name, n.nameIndex AS nameIndex LIMIT $limit
UNION ALL
MATCH (n:Plan)
WHERE n.nameIndex IS NOT NULL
RETURN n.key AS key, n.name AS name, n.nameIndex AS nameIndex LIMIT $limit
UNION ALL
MATCH (n:Event)
WHERE n.nameIndex IS NOT NULL
RETURN n.key AS key, n.name AS name, n.nameIndex AS nameIndex LIMIT $limit
