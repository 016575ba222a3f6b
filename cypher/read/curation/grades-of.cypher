// grades-of(keys) read many
// The grades that people gave to any of the records: sources, outlets or assertions.
UNWIND $keys AS key
MATCH (n:Record {key: key})
WHERE n.reliability IS NOT NULL OR n.credibility IS NOT NULL
RETURN key, n.reliability AS reliability, n.credibility AS credibility, n.gradedBy AS gradedBy, n.gradedWhy AS gradedWhy
