// ends(limit) read many
// Between which labels relations of each type lead, counted over the first so many relations of the type.
CALL db.relationshipTypes() YIELD relationshipType AS type
CALL (type) { MATCH (a)-[r:$(type)]->(b) RETURN a, b LIMIT $limit }
RETURN type AS type, labels(a) AS from, labels(b) AS to, count(*) AS count
