// edges-among(ids) read many
// The relations whose two ends are among the given nodes.
// Nodes are compared rather than their ids, which would be made for every relation that is passed.
MATCH (n)
WHERE elementId(n) IN $ids
WITH collect(n) AS nodes
UNWIND nodes AS a
MATCH (a)-[r]->(b)
WHERE b IN nodes
RETURN elementId(r) AS id, type(r) AS type, elementId(a) AS source, elementId(b) AS target, properties(r) AS properties
