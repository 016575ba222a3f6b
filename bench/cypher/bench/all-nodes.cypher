// all-nodes() read many
// Every record, for writing the same again through a bare driver.
MATCH (n:Record)
RETURN n.key AS key, labels(n) AS labels, properties(n) AS properties
ORDER BY key
