// named(names, marks, skip, slice, limit) read many
// Among so many nodes after the first so many: those of which a text is one of the names, which are in lower case.
// Diacritics are taken off as far as their marks are given.
MATCH (n)
WITH n SKIP $skip LIMIT $slice
WHERE any(key IN keys(n) WHERE size(left(toStringOrNull(n[key]), 401)) <= 400 AND (
  toLower(trim(toStringOrNull(n[key]))) IN $names OR
  reduce(text = toLower(trim(normalize(toStringOrNull(n[key]), NFKD))), mark IN $marks | replace(text, mark, '')) IN $names))
RETURN elementId(n) AS id, labels(n) AS labels, properties(n) AS properties
LIMIT $limit
