// supposed-of(keys) read many
// The hypotheses on the sources with these keys; one between two of them comes twice.
UNWIND $keys AS key
MATCH (s:Record {key: key})-[r:SAME_AS|IDENTIFIED_AS]-(n:Record)
WHERE r.hypothesis = true
RETURN type(r) AS type, startNode(r).key AS source, endNode(r).key AS target, properties(r) AS properties
