// hypotheses() read many
// Every hypothesis on sources: who is taken to be the same, who is taken to be whom. A named source is called by its
// actor's name: its record holds what one of the articles that share it calls it.
MATCH (a:Source)-[r:SAME_AS]->(b:Source)
OPTIONAL MATCH (a)-[:IDENTIFIED_AS]->(first:Actor) WHERE a.kind = 'named'
OPTIONAL MATCH (b)-[:IDENTIFIED_AS]->(second:Actor) WHERE b.kind = 'named'
RETURN 'SAME_AS' AS type, a.key AS source, coalesce(first.name, a.descriptor) AS sourceName,
  b.key AS other, coalesce(second.name, b.descriptor) AS otherName,
  r.by AS by, r.confidence AS confidence, r.why AS why
UNION ALL
MATCH (a:Source)-[r:IDENTIFIED_AS]->(b:Actor)
WHERE r.hypothesis = true
RETURN 'IDENTIFIED_AS' AS type, a.key AS source, a.descriptor AS sourceName, b.key AS other, b.name AS otherName,
  r.by AS by, r.confidence AS confidence, r.why AS why
