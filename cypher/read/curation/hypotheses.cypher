// hypotheses() read many
// Every hypothesis on sources: who is taken to be the same, who is taken to be whom.
MATCH (a:Source)-[r:SAME_AS]->(b:Source)
RETURN 'SAME_AS' AS type, a.key AS source, a.descriptor AS sourceName, b.key AS other, b.descriptor AS otherName,
  r.by AS by, r.confidence AS confidence, r.why AS why
UNION ALL
MATCH (a:Source)-[r:IDENTIFIED_AS]->(b:Actor)
WHERE r.hypothesis = true
RETURN 'IDENTIFIED_AS' AS type, a.key AS source, a.descriptor AS sourceName, b.key AS other, b.name AS otherName,
  r.by AS by, r.confidence AS confidence, r.why AS why
