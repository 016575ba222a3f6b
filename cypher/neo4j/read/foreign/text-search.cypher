// text-search(index, words, labels, limit) read many
// The best nodes of a full-text index for a query of Lucene's; no labels means all.
CALL db.index.fulltext.queryNodes($index, $words, {limit: $limit}) YIELD node
WITH node AS n
WHERE size($labels) = 0 OR any(label IN labels(n) WHERE label IN $labels)
RETURN elementId(n) AS id, labels(n) AS labels, properties(n) AS properties
