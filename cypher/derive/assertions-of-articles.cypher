// assertions-of-articles(articles) read many
// The assertions that given articles bear on: those they contain, those known from these, and those that relay them.
UNWIND $articles AS key
MATCH (a:Record {key: key})-[:CONTAINS]->(s:Assertion)
RETURN s.key AS assertion
UNION
UNWIND $articles AS key
MATCH (a:Record {key: key})-[:CONTAINS]->(:Assertion)<-[:KNOWN_FROM]-(s:Assertion)
RETURN s.key AS assertion
UNION
UNWIND $articles AS key
MATCH (a:Record {key: key})<-[:RELAYS]-(s:Assertion)
RETURN s.key AS assertion
