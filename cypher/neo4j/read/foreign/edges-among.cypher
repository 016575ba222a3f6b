// edges-among(ids) read many
// The relations whose two ends are among the given nodes.
// What has over 10,000 relations (a hub) is met from the other end, or between two hubs from the one that has fewer; relations
// of a hub with itself are left out. Nodes are compared rather than ids, which would be made for every relation passed.
MATCH (n)
WHERE elementId(n) IN $ids
WITH n, COUNT { (n)--() } > 10000 AS isHub
WITH collect(n) AS nodes,
  collect(CASE WHEN isHub THEN n END) AS hubs,
  collect(CASE WHEN NOT isHub THEN n END) AS others
CALL (nodes, hubs, others) {
  UNWIND others AS a
  MATCH (a)-[r]->(b)
  WHERE b IN nodes
  RETURN a, r, b
  UNION ALL
  UNWIND others AS b
  MATCH (b)<-[r]-(a)
  WHERE a IN hubs
  RETURN a, r, b
  UNION ALL
  UNWIND hubs AS a
  UNWIND hubs AS b
  WITH a, b
  WHERE a <> b
  MATCH (a)-[r]->(b)
  RETURN a, r, b
}
RETURN elementId(r) AS id, type(r) AS type, elementId(a) AS source, elementId(b) AS target, properties(r) AS properties
