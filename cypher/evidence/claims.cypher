// claims(keys) read many
// The given claims, each with its holder and its target.
UNWIND $keys AS key
MATCH (c:Record {key: key})-[:HOLDER]->(h:Record)
OPTIONAL MATCH (c)-[:TARGET]->(t:Record)
RETURN key AS claim, c.questionKey AS questionKey, c.kind AS kind, c.stance AS stance, c.scope AS scope,
  c.quantifier AS quantifier, c.number AS number, c.of AS of, c.text AS text, h.key AS holder, t.key AS target
