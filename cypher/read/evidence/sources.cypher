// sources(claims) read many
// To which sources the assertions of the given claims are attributed, and who these are where that is known or supposed.
UNWIND $claims AS key
MATCH (:Record {key: key})<-[:ABOUT]-(a:Assertion)-[r:ATTRIBUTED_TO]->(source:Source)
OPTIONAL MATCH (source)-[i:IDENTIFIED_AS]->(actor:Actor)
RETURN a.key AS assertion, source.key AS source, source.kind AS kind,
  coalesce(r.descriptor, source.descriptor) AS descriptor, actor.key AS actor, actor.name AS actorName,
  i.hypothesis AS hypothesis
