// keys() read many
// The key of every record that has one.
MATCH (n:Record)
WHERE n.key IS NOT NULL
RETURN n.key AS key
