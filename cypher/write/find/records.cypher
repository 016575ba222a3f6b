// records(keys) read many
// The nodes with these keys, as they are before a document is written; not for held articles, whose text is long.
UNWIND $keys AS key
MATCH (n:Record {key: key})
RETURN n.key AS key, labels(n) AS labels, properties(n) AS properties
