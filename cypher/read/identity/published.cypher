// published(keys) read many
// What the outlets published, with the articles whose documents say so.
UNWIND $keys AS key
MATCH (o:Record {key: key})-[p:PUBLISHED]->(a:Article)
RETURN a.key AS article, p.articles AS by
