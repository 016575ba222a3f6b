// edge-names(types, limit) read many
// Stances and what outlets quote and cite, by the names of their ends: to find the nearest to a mistyped key.
MATCH (a:Actor)-[r]->(b:Record)
WHERE type(r) IN $types
RETURN type(r) AS type, a.key AS source, a.name AS sourceName, b.key AS target, b.name AS targetName LIMIT $limit
UNION ALL
MATCH (a:Outlet)-[r]->(b:Record)
WHERE type(r) IN $types
RETURN type(r) AS type, a.key AS source, a.name AS sourceName, b.key AS target, b.name AS targetName LIMIT $limit
