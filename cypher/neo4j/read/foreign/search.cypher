// search(pattern, labels, skip, slice, limit) read many
// Among so many nodes after the first so many: those with a text or number that the pattern matches; no labels means all.
// Texts are looked at up to their thousandth character, with diacritics apart from their letters.
MATCH (n)
WITH n SKIP $skip LIMIT $slice
WHERE (size($labels) = 0 OR any(label IN labels(n) WHERE label IN $labels))
  AND any(key IN keys(n) WHERE normalize(left(toStringOrNull(n[key]), 1000), NFKD) =~ $pattern)
RETURN elementId(n) AS id, labels(n) AS labels, properties(n) AS properties
LIMIT $limit
