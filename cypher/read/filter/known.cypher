// known(keys) read many
// Which of the keys are records, and what these are.
UNWIND $keys AS key
MATCH (n:Record {key: key})
RETURN n.key AS key, labels(n) AS labels
