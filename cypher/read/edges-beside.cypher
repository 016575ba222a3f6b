// edges-beside(keys, ends, types) read many
// All relations of the given types of the given records with one another and with those beside them, which are none of
// them. In ends each of them all stands under its key, with whether it is one of those beside: looked up, where a list
// would be gone through for each relation.
UNWIND $keys AS key
MATCH (a:Record {key: key})-[r]->(b:Record)
WHERE type(r) IN $types AND $ends[b.key] IS NOT NULL
RETURN a.key AS source, b.key AS target, type(r) AS type, properties(r) AS properties
UNION ALL
UNWIND $keys AS key
MATCH (b:Record {key: key})<-[r]-(a:Record)
WHERE type(r) IN $types AND $ends[a.key] = true
RETURN a.key AS source, b.key AS target, type(r) AS type, properties(r) AS properties
