// claims() read many
// Every claim, without the search index.
MATCH (n:Claim)
RETURN n.key AS key, labels(n) AS labels, n {.*, textIndex: null} AS properties
