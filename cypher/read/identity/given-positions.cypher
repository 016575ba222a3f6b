// given-positions() read many
// In which order the documents came in that are kept as given.
MATCH (n:Given)
RETURN n.article AS article, n.position AS position
