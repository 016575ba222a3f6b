// one(key) read one
// One watch with all it holds.
MATCH (w:Watch {key: $key})
RETURN w.key AS key, properties(w) AS properties
