// utterances(rows) write one
// Makes or overwrites utterances: the node is left with exactly the properties given.
UNWIND $rows AS row
MERGE (n:Record {key: row.key})
SET n:Utterance
SET n = row.properties
RETURN count(n) AS written
