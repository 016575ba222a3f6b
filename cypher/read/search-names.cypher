// search-names(prefixes) read many
// Entities whose names hold all the given folded word beginnings, each with a blank before it.
MATCH (n:Actor)
WHERE all(prefix IN $prefixes WHERE n.nameIndex CONTAINS prefix)
RETURN n.key AS key, labels(n) AS labels, n.name AS name, n.aliases AS aliases
UNION ALL
MATCH (n:Outlet)
WHERE all(prefix IN $prefixes WHERE n.nameIndex CONTAINS prefix)
RETURN n.key AS key, labels(n) AS labels, n.name AS name, n.aliases AS aliases
UNION ALL
MATCH (n:Plan)
WHERE all(prefix IN $prefixes WHERE n.nameIndex CONTAINS prefix)
RETURN n.key AS key, labels(n) AS labels, n.name AS name, n.aliases AS aliases
UNION ALL
MATCH (n:Event)
WHERE all(prefix IN $prefixes WHERE n.nameIndex CONTAINS prefix)
RETURN n.key AS key, labels(n) AS labels, n.name AS name, n.aliases AS aliases
