// quotes(keys) read many
// The given quotes with the utterance they render and the actor who spoke it.
UNWIND $keys AS key
MATCH (q:Record {key: key})
WHERE q:Quote
OPTIONAL MATCH (q)-[:RENDERS]->(u:Utterance)
OPTIONAL MATCH (u)-[:SPOKEN_BY]->(p:Actor)
RETURN key AS quote, q.text AS text, q.lang AS lang, u.key AS utterance, p.key AS speaker
