// source-links(keys) read many
// The ties of the given sources and actors, whichever way: one of others, the same as another, an actor.
UNWIND $keys AS key
MATCH (s:Record {key: key})-[r:MEMBER_OF|SAME_AS|IDENTIFIED_AS]->(t:Record)
WHERE s:Source
RETURN key AS source, type(r) AS type, t.key AS target
UNION
UNWIND $keys AS key
MATCH (t:Record {key: key})<-[r:MEMBER_OF|SAME_AS|IDENTIFIED_AS]-(s:Source)
RETURN s.key AS source, type(r) AS type, key AS target
