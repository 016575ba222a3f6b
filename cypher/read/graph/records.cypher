// records() read many
// Every article, assertion, source, quote and utterance; an article with its outlet's name, an assertion with its
// claim's text, for their captions. An article's full text and the search indexes stay behind.
MATCH (n:Article)
OPTIONAL MATCH (outlet:Outlet)-[:PUBLISHED]->(n)
RETURN n.key AS key, labels(n) AS labels, n {.*, text: null, textIndex: null} AS properties,
  outlet.name AS outlet, null AS claim
UNION ALL
MATCH (n:Assertion)-[:ABOUT]->(claim:Claim)
RETURN n.key AS key, labels(n) AS labels, n {.*, textIndex: null} AS properties, null AS outlet, claim.text AS claim
UNION ALL
MATCH (n:Source)
RETURN n.key AS key, labels(n) AS labels, n {.*, textIndex: null} AS properties, null AS outlet, null AS claim
UNION ALL
MATCH (n:Quote)
RETURN n.key AS key, labels(n) AS labels, n {.*, textIndex: null} AS properties, null AS outlet, null AS claim
UNION ALL
MATCH (n:Utterance)
RETURN n.key AS key, labels(n) AS labels, n {.*, textIndex: null} AS properties, null AS outlet, null AS claim
