// latest() read one
// The number of the latest change, 0 where there is none.
MATCH (n:Change)
RETURN coalesce(max(n.number), 0) AS latest
