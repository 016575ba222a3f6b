// mentions(key) read many
// What an article mentions, and where.
MATCH (:Record {key: $key})-[r:MENTIONS]->(n:Record)
RETURN n.key AS key, r.starts AS starts, r.ends AS ends
