// claim-keys() read many
// Every claim with the question it answers: its holder and its target.
MATCH (c:Claim)-[:HOLDER]->(h:Record)
OPTIONAL MATCH (c)-[:TARGET]->(t:Record)
RETURN c.key AS claim, c.questionKey AS questionKey, h.key AS holder, t.key AS target
