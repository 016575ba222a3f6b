// Who was quoted in more than one wording?
// group: Words
// Single utterances that reports render differently, with the number of different texts and of the reports.
MATCH (q:Quote)-[:RENDERS]->(u:Utterance)
WITH u, count(DISTINCT q.text) AS wordings
WHERE wordings > 1
MATCH (u)-[:SPOKEN_BY]->(speaker)
MATCH (article:Article)-[:CONTAINS]->(:Assertion)-[:HAS_QUOTE]->(:Quote)-[:RENDERS]->(u)
RETURN coalesce(speaker.name, speaker.descriptor) AS speaker, u.key AS utterance, wordings, count(DISTINCT article) AS reports
ORDER BY wordings DESC, utterance, speaker
