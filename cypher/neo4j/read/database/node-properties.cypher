// node-properties(limit) read many
// The properties that nodes of each label have and the types of their values, in the first so many of the label.
CALL db.labels() YIELD label
CALL (label) { MATCH (n:$(label)) RETURN n LIMIT $limit }
UNWIND keys(n) AS property
RETURN label AS label, property AS property, collect(DISTINCT valueType(n[property])) AS types
