// degree(id) read many
// How many relations of each type lead into a node and out of it.
MATCH (n)-[r]->()
WHERE elementId(n) = $id
RETURN type(r) AS type, 'out' AS direction, count(r) AS count
UNION ALL
MATCH (n)<-[r]-()
WHERE elementId(n) = $id
RETURN type(r) AS type, 'in' AS direction, count(r) AS count
