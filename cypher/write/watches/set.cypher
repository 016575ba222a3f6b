// set(key, properties) write one
// Changes the given properties of a watch; null takes one away.
MATCH (w:Watch {key: $key})
SET w += $properties
RETURN w.key AS key
