// articles-of-outlets(keys) read many
// The articles of the given outlets.
UNWIND $keys AS key
MATCH (o:Record {key: key})-[:PUBLISHED]->(a:Article)
RETURN a.key AS article
