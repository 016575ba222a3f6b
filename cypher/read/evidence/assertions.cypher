// assertions(claims) read many
// Every assertion of the given claims, with the claim's holder and target and with the article and its outlet.
UNWIND $claims AS key
MATCH (claim:Record {key: key})<-[:ABOUT]-(a:Assertion)<-[:CONTAINS]-(article:Article)
OPTIONAL MATCH (claim)-[:HOLDER]->(holder:Record)
OPTIONAL MATCH (claim)-[:TARGET]->(target:Record)
OPTIONAL MATCH (outlet:Outlet)-[:PUBLISHED]->(article)
RETURN a.key AS key, a {.*, textIndex: null} AS properties,
  claim.key AS claim, claim.kind AS kind, claim.text AS text, claim.stance AS stance,
  holder.key AS holder, holder.name AS holderName, target.key AS target, target.name AS targetName,
  article.key AS article, article {.*, text: null, textIndex: null} AS articleProperties,
  outlet.key AS outlet, outlet.name AS outletName
