// names(names) read many
// Entities that go by one of the names, each given as "| folded name |" as it stands in nameIndex.
MATCH (n:Actor)
WHERE any(name IN $names WHERE n.nameIndex CONTAINS name)
RETURN n.key AS key, n.name AS name, n.nameIndex AS nameIndex
UNION
MATCH (n:Outlet)
WHERE any(name IN $names WHERE n.nameIndex CONTAINS name)
RETURN n.key AS key, n.name AS name, n.nameIndex AS nameIndex
UNION
MATCH (n:Plan)
WHERE any(name IN $names WHERE n.nameIndex CONTAINS name)
RETURN n.key AS key, n.name AS name, n.nameIndex AS nameIndex
UNION
MATCH (n:Event)
WHERE any(name IN $names WHERE n.nameIndex CONTAINS name)
RETURN n.key AS key, n.name AS name, n.nameIndex AS nameIndex
