// Who is supposed to be whom?
// group: Sources
// Hypotheses that somebody set: that two anonymous sources are one, or that a source is a certain actor.
MATCH (source:Source)-[r:SAME_AS|IDENTIFIED_AS]->(other)
WHERE r.hypothesis = true
RETURN source.descriptor AS source, type(r) AS supposed, coalesce(other.name, other.descriptor) AS other, r.confidence AS confidence, r.by AS by
ORDER BY source, supposed, other
