// quotes(keys) read many
// Where in their articles the quotes with the given keys stand.
UNWIND $keys AS key
MATCH (quote:Record {key: key})
WHERE quote:Quote
RETURN quote.key AS key, quote.start AS start, quote.end AS end
