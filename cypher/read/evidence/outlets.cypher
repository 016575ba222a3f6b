// outlets(claims) read many
// The outlets of the articles that assert the given claims.
UNWIND $claims AS key
MATCH (:Record {key: key})<-[:ABOUT]-(:Assertion)<-[:CONTAINS]-(article:Article)<-[:PUBLISHED]-(outlet:Outlet)
RETURN DISTINCT article.key AS article, outlet.key AS key, outlet.name AS name
