// What words are reported of somebody?
// group: Words
// All quotations of one speaker as the reports print them, word for word.
// $speaker key "Person, country, organization or group" = "person:volodymyr-zelensky"
MATCH (:Record {key: $speaker})<-[:SPOKEN_BY]-(u:Utterance)<-[:RENDERS]-(q:Quote)
MATCH (article:Article)-[:CONTAINS]->(:Assertion)-[:HAS_QUOTE]->(q)
RETURN DISTINCT coalesce(u.saidOn, 'not dated') AS said, q.text AS words, article.key AS article
ORDER BY said, words, article
