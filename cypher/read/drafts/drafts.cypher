// drafts(keys) read many
// The drafts with these keys, whole.
UNWIND $keys AS key
MATCH (d:Record {key: key})
WHERE d:Draft
RETURN d.key AS key, d.article AS article, d.on AS on, d.document AS document, d.decisions AS decisions
