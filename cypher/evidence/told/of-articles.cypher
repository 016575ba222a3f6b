// of-articles() read many
// What the documents of articles say of other articles: each that relays or names one says something of it.
MATCH (d:Article)-[m:MENTIONS]->(a:Article)
RETURN a.key AS article, d.key AS by, m.title AS title, m.publishedFrom AS publishedFrom, m.publishedTo AS publishedTo
