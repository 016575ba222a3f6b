// quoting(claims) read many
// Which outlet quotes whom in assertions of the given claims.
UNWIND $claims AS claim
MATCH (c:Record {key: claim})<-[:ABOUT]-(s:Assertion)-[:HAS_QUOTE]->(:Quote)-[:RENDERS]->(:Utterance)-[:SPOKEN_BY]->(p:Actor)
MATCH (s)<-[:CONTAINS]-(:Article)<-[:PUBLISHED]-(o:Outlet)
RETURN DISTINCT claim AS claim, o.key AS source, p.key AS target
