// found(key, properties) write one
// Notes on a watch what the program found or who has seen it; null takes a property away.
MATCH (w:Watch {key: $key})
SET w += $properties
RETURN w.key AS key
