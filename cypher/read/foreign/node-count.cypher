// node-count() read one
// How many nodes there are.
MATCH (n)
RETURN count(n) AS count
