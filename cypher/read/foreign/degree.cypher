// degree(id) read many
// How many relations of each type lead out of a node and into it; one that leads back to it is counted once, as out.
MATCH (n)-[r]->()
WHERE elementId(n) = $id
RETURN type(r) AS type, 'out' AS direction, count(r) AS count
UNION ALL
MATCH (n)<-[r]-(other)
WHERE elementId(n) = $id AND elementId(other) <> $id
RETURN type(r) AS type, 'in' AS direction, count(r) AS count
