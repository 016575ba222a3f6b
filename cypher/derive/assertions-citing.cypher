// assertions-citing(rows) read many
// The assertions in the outlet's articles that relay an article of the other, for each pair of outlets.
UNWIND $rows AS row
MATCH (o:Record {key: row.source})-[:PUBLISHED]->(:Article)-[:CONTAINS]->(s:Assertion)-[:RELAYS]->(:Article)<-[:PUBLISHED]-(p:Record {key: row.target})
RETURN DISTINCT s.key AS assertion
