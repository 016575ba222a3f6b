// keys(prefix) read many
// Every entity whose key begins so, for the nearest to one that is not there.
MATCH (n:Record)
WHERE n.key STARTS WITH $prefix AND n.nameIndex IS NOT NULL
RETURN n.key AS key, n.name AS name
