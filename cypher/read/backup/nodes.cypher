// nodes(keys) read many
// The records with these keys, with all that they hold.
UNWIND $keys AS key
MATCH (n:Record {key: key})
RETURN n.key AS key, labels(n) AS labels, properties(n) AS properties
