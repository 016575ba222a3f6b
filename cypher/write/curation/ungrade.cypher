// ungrade(key) write one
// Takes a record's grade off.
MATCH (n:Record {key: $key})
REMOVE n.reliability, n.credibility, n.gradedBy, n.gradedWhy
RETURN n.key AS key
