// quotes(claims) read many
// The quotes that the assertions of the given claims carry, with the speaker where one is known.
UNWIND $claims AS key
MATCH (:Record {key: key})<-[:ABOUT]-(a:Assertion)-[:HAS_QUOTE]->(quote:Quote)
OPTIONAL MATCH (quote)-[:RENDERS]->(:Utterance)-[:SPOKEN_BY]->(speaker:Record)
RETURN a.key AS assertion, quote.key AS quote, quote.text AS text,
  speaker.key AS speaker, coalesce(speaker.name, speaker.descriptor) AS speakerName
