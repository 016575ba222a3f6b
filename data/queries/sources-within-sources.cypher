// Which sources may be the same people as others?
// group: Sources
// Sources that are part of a larger one: they are not counted beside it.
MATCH (part:Source)-[:MEMBER_OF]->(whole:Source)
RETURN part.descriptor AS source, whole.descriptor AS partOf, whole.minCount AS people
ORDER BY source
