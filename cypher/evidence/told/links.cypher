// links() read many
// Which articles' documents state a link that several may state: of a text of its own only its document does.
MATCH (s:Source)-[r:MEMBER_OF]->(t:Source)
RETURN s.key AS source, type(r) AS type, t.key AS target, r.articles AS by
UNION ALL
MATCH (c:Claim)-[r:INCLUDES]->(d:Claim)
RETURN c.key AS source, type(r) AS type, d.key AS target, r.articles AS by
UNION ALL
MATCH (a:Assertion)-[r:HAS_QUOTE|DISPUTES]->(t:Record)
WHERE a.reconstructed = true
RETURN a.key AS source, type(r) AS type, t.key AS target, r.articles AS by
UNION ALL
MATCH (u:Utterance)-[r:SPOKEN_BY]->(p:Actor)
RETURN u.key AS source, type(r) AS type, p.key AS target, r.articles AS by
