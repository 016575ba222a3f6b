// around(ids, labels, most) read many
// Pairs of a given node and one beside it, so many in all; no labels means all.
MATCH (a)-[]-(b)
WHERE elementId(a) IN $ids AND (size($labels) = 0 OR size([label IN labels(b) WHERE label IN $labels]) > 0)
RETURN DISTINCT elementId(a) AS key, elementId(b) AS other
LIMIT $most
