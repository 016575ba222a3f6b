// dump-nodes() read many
// Every record with its labels and properties.
MATCH (n:Record)
RETURN n.key AS key, labels(n) AS labels, properties(n) AS properties
