// utterances(rows) write one
// Makes utterances that are not there.
UNWIND $rows AS row
CREATE (n:Record:Utterance {key: row.key})
SET n = row.properties
RETURN count(n) AS written
