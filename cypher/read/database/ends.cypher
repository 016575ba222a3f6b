// ends(limit) read many
// Between which labels relations of each type lead, counted over the first so many relations.
MATCH (a)-[r]->(b)
WITH a, r, b LIMIT $limit
RETURN type(r) AS type, labels(a) AS from, labels(b) AS to, count(*) AS count
