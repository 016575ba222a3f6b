// relays(claims) read many
// Which articles the assertions of the given claims relay.
UNWIND $claims AS key
MATCH (:Record {key: key})<-[:ABOUT]-(a:Assertion)-[r:RELAYS]->(article:Article)
OPTIONAL MATCH (outlet:Outlet)-[:PUBLISHED]->(article)
RETURN a.key AS assertion, article.key AS article, article.title AS title, outlet.name AS outlet, r.how AS how
