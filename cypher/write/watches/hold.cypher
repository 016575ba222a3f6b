// hold(key) write one
// Takes a watch for the rest of the transaction, so that whoever else would change it waits, and gives it as it is then.
MATCH (w:Watch {key: $key})
SET w.turns = coalesce(w.turns, 0) + 1
RETURN w.key AS key, properties(w) AS properties
