// case(key) read one
// One case with the articles it collects; its label is quoted, as in cases.
MATCH (c:`Case` {key: $key})
OPTIONAL MATCH (c)-[:COLLECTS]->(a:Article)
RETURN c.key AS key, c.name AS name, c.description AS description, collect(a.key) AS articles
