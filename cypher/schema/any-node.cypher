// any-node() read one
// A row when the database holds anything at all.
MATCH (n) RETURN true AS found LIMIT 1
