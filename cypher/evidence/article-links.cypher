// article-links(keys) read many
// What the given articles print, and what revises, corrects or retracts them.
UNWIND $keys AS key
MATCH (a:Record {key: key})-[r:REPUBLISHES]->(b:Article)
RETURN key AS article, type(r) AS type, b.key AS other
UNION
UNWIND $keys AS key
MATCH (a:Record {key: key})<-[r:REVISION_OF|CORRECTS|RETRACTS]-(b:Article)
RETURN key AS article, type(r) AS type, b.key AS other
