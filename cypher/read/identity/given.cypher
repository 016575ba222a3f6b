// given(keys) read many
// The documents of the given articles as they would be without merges and splits, as JSON.
UNWIND $keys AS key
MATCH (n:Record {key: key})
RETURN n.article AS article, n.document AS document, n.position AS position
