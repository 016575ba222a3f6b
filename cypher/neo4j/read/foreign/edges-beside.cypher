// edges-beside(ids, beside) read many
// The relations of the given nodes with one another and with those beside them, which are none of them.
// As in edges-among, what has over 10,000 relations (a hub) is met from the other end; relations of a hub with itself are left out.
MATCH (n)
WHERE elementId(n) IN $ids
WITH n, COUNT { (n)--() } > 10000 AS isHub
WITH collect(n) AS nodes,
  collect(CASE WHEN isHub THEN n END) AS hubs,
  collect(CASE WHEN NOT isHub THEN n END) AS small
CALL () {
  MATCH (m)
  WHERE elementId(m) IN $beside
  RETURN collect(m) AS others
}
CALL (nodes, hubs, small, others) {
  UNWIND small AS a
  MATCH (a)-[r]->(b)
  WHERE b IN nodes OR b IN others
  RETURN a, r, b
  UNION ALL
  UNWIND small AS b
  MATCH (b)<-[r]-(a)
  WHERE a IN hubs OR a IN others
  RETURN a, r, b
  UNION ALL
  UNWIND hubs AS a
  UNWIND hubs AS b
  WITH a, b
  WHERE a <> b
  MATCH (a)-[r]->(b)
  RETURN a, r, b
  UNION ALL
  UNWIND hubs AS hub
  UNWIND others AS other
  MATCH (hub)-[r]-(other)
  RETURN startNode(r) AS a, r, endNode(r) AS b
}
RETURN elementId(r) AS id, type(r) AS type, elementId(a) AS source, elementId(b) AS target, properties(r) AS properties
