// one(key) read many
// An utterance with its speakers.
MATCH (u:Record {key: $key})
WHERE u:Utterance
OPTIONAL MATCH (u)-[:SPOKEN_BY]->(speaker:Record)
RETURN u.key AS key, u.saidOn AS saidOn, u.occasion AS occasion,
  speaker.key AS speaker, coalesce(speaker.name, speaker.descriptor, speaker.key) AS speakerName
