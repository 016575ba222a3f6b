// subjects(keys) read many
// Of the records with these keys what a decision on them needs: what they are, how they are called, of a source its
// kind, of an article whether it is held. An article's text stays behind.
UNWIND $keys AS key
MATCH (n:Record {key: key})
OPTIONAL MATCH (n)-[:ABOUT]->(c:Claim)
RETURN n.key AS key, labels(n) AS labels, coalesce(n.name, n.title, n.descriptor, n.quote, c.text, n.key) AS name,
  n.kind AS kind, n.held AS held, n.curated AS curated,
  n.reliability AS reliability, n.credibility AS credibility, n.gradedBy AS gradedBy, n.gradedWhy AS gradedWhy,
  c.key AS claim
