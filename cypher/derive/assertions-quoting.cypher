// assertions-quoting(rows) read many
// The assertions in the outlet's articles with a quotation of the actor, for each pair of outlet and actor.
UNWIND $rows AS row
MATCH (o:Record {key: row.source})-[:PUBLISHED]->(:Article)-[:CONTAINS]->(s:Assertion)-[:HAS_QUOTE]->(:Quote)-[:RENDERS]->(:Utterance)-[:SPOKEN_BY]->(p:Record {key: row.target})
RETURN DISTINCT s.key AS assertion
