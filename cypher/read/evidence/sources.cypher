// sources(claims) read many
// To which sources the assertions of the given claims are attributed, and who these are where that is known.
UNWIND $claims AS key
MATCH (:Record {key: key})<-[:ABOUT]-(a:Assertion)-[r:ATTRIBUTED_TO]->(source:Source)
OPTIONAL MATCH (source)-[:IDENTIFIED_AS]->(actor:Actor)
RETURN a.key AS assertion, source.key AS source, source.kind AS kind,
  coalesce(r.descriptor, source.descriptor) AS descriptor, actor.key AS actor, actor.name AS actorName
