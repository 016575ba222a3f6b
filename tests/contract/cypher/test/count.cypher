// count() read one
// How many records there are.
MATCH (n:Record) RETURN count(n) AS count
