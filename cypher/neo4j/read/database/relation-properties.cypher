// relation-properties(limit) read many
// The properties that relations of each type have and the types of their values, in the first so many of the type.
CALL db.relationshipTypes() YIELD relationshipType AS type
CALL (type) { MATCH ()-[r:$(type)]->() RETURN r LIMIT $limit }
UNWIND keys(r) AS property
RETURN type AS type, property AS property, collect(DISTINCT valueType(r[property])) AS types
