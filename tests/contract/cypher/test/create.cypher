// create(key) write one
// Makes a record and fails when its key is taken.
CREATE (n:Record {key: $key, count: 0}) RETURN n.key AS key
