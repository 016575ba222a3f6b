// all() read many
// Every watch with all it holds.
MATCH (w:Watch)
RETURN w.key AS key, properties(w) AS properties
