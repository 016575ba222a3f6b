// entities() read many
// Every actor, outlet, plan and event, without the search index.
MATCH (n:Actor)
RETURN n.key AS key, labels(n) AS labels, n {.*, nameIndex: null} AS properties
UNION ALL
MATCH (n:Outlet)
RETURN n.key AS key, labels(n) AS labels, n {.*, nameIndex: null} AS properties
UNION ALL
MATCH (n:Plan)
RETURN n.key AS key, labels(n) AS labels, n {.*, nameIndex: null} AS properties
UNION ALL
MATCH (n:Event)
RETURN n.key AS key, labels(n) AS labels, n {.*, nameIndex: null} AS properties
