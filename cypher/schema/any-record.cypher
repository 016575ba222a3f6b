// any-record() read one
// A row when anything was imported.
MATCH (n:Record)
RETURN true AS found LIMIT 1
