// connected(window, labels, most) read many
// Those of the first so many nodes that have the most relations; no labels means all.
MATCH (n)
WHERE size($labels) = 0 OR size([label IN labels(n) WHERE label IN $labels]) > 0
WITH n LIMIT $window
OPTIONAL MATCH (n)-[r]-(other)
WITH elementId(n) AS id, labels(n) AS labels, count(r) AS degree
RETURN id AS id, labels AS labels, degree AS degree
ORDER BY degree DESC LIMIT $most
