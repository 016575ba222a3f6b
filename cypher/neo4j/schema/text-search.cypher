// text-search(query, limit, types) read many
// Keys of the records whose words match the full-text query, in order of key; no types means all.
CALL db.index.fulltext.queryNodes('hearsay_text', $query) YIELD node
WITH node.key AS key
WHERE size($types) = 0 OR split(key, ':')[0] IN $types
RETURN key AS key ORDER BY key LIMIT $limit
