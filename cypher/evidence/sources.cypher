// sources(keys) read many
// The given sources.
UNWIND $keys AS key
MATCH (s:Record {key: key})
WHERE s:Source
RETURN key AS source, s.kind AS kind, s.minCount AS minCount, s.reliability AS reliability
