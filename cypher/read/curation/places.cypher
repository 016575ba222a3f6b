// places(keys) read many
// In which articles given assertions stand, and what they say there.
UNWIND $keys AS key
MATCH (a:Article)-[:CONTAINS]->(s:Record {key: key})-[:ABOUT]->(c:Claim)
RETURN s.key AS assertion, a.key AS article, c.key AS claim, s.mode AS mode, s.modality AS modality, s.quote AS quote,
  coalesce(s.quote, c.text) AS name
