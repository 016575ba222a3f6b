// cases() read many
// Every case with the articles it collects; quoted, since the embedded engine takes the bare word for a keyword.
MATCH (c:`Case`)
OPTIONAL MATCH (c)-[:COLLECTS]->(a:Article)
RETURN c.key AS key, c.name AS name, c.description AS description, collect(a.key) AS articles
