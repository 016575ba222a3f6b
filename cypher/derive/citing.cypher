// citing(claims) read many
// Which outlet relays articles of which other in assertions of the given claims.
UNWIND $claims AS claim
MATCH (c:Record {key: claim})<-[:ABOUT]-(s:Assertion)-[:RELAYS]->(:Article)<-[:PUBLISHED]-(p:Outlet)
MATCH (s)<-[:CONTAINS]-(:Article)<-[:PUBLISHED]-(o:Outlet)
WHERE o.key <> p.key
RETURN DISTINCT claim AS claim, o.key AS source, p.key AS target
