// put(key, properties) write none
// Makes a record or changes its properties.
MERGE (n:Record {key: $key}) SET n += $properties
