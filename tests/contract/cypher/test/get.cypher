// get(key) read one
// The properties of a record.
MATCH (n:Record {key: $key}) RETURN properties(n) AS properties
