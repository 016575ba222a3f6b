// ends(keys) read many
// The ends of the derived edges that start at the given records, without reports: these go with their claims.
UNWIND $keys AS key
MATCH (a:Record {key: key})-[r:OPPOSES|SUPPORTS|NONCOMMITTAL_ON|DEFERS_ON|QUOTES|CITES]->(b:Record)
WHERE r.derived = true
RETURN type(r) AS type, key AS source, b.key AS target
