// assertions(claims) read many
// Every assertion of the given claims, with its article; the claims' ends and the articles' outlets come by themselves.
UNWIND $claims AS key
MATCH (claim:Record {key: key})<-[:ABOUT]-(a:Assertion)<-[:CONTAINS]-(article:Article)
RETURN a.key AS key, a {.*, textIndex: null} AS properties,
  claim.key AS claim, claim.kind AS kind, claim.text AS text, claim.stance AS stance,
  article.key AS article, article {.*, text: null, textIndex: null} AS articleProperties
