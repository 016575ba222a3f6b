// around(ids, labels, most) read many
// Pairs of a given node and one beside it, so many for each of the given; no labels means all.
UNWIND $ids AS id
MATCH (a)
WHERE elementId(a) = id
CALL (a) {
  MATCH (a)--(b)
  WHERE size($labels) = 0 OR any(label IN labels(b) WHERE label IN $labels)
  RETURN DISTINCT b LIMIT $most
}
RETURN id AS key, elementId(b) AS other
