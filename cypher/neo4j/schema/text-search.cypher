// text-search(query, limit) read many
// Keys of the records whose words match the full-text query, in order of key.
CALL db.index.fulltext.queryNodes('hearsay_text', $query) YIELD node
RETURN node.key AS key ORDER BY key LIMIT $limit
