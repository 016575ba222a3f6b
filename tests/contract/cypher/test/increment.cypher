// increment(key) write one
// Counts up by one.
MATCH (n:Record {key: $key}) SET n.count = n.count + 1 RETURN n.count AS count
