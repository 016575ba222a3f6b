// connected(window, labels, most) read many
// Of each combination of labels among the first so many nodes: those with the most relations; no labels means all.
// With labels no more than two million nodes are gone through for them: without an index, each is looked at.
MATCH (n)
WITH n LIMIT 2000000
WHERE size($labels) = 0 OR any(label IN labels(n) WHERE label IN $labels)
WITH n LIMIT $window
WITH n, COUNT { (n)--() } AS degree
ORDER BY degree DESC
WITH labels(n) AS labels, collect(n)[..$most] AS best
UNWIND best AS n
RETURN elementId(n) AS id, labels AS labels, COUNT { (n)--() } AS degree
