// edges-beside(ids, beside) read many
// The relations of the given nodes with one another and with those beside them, which are none of them.
MATCH (a)-[r]->(b)
WHERE elementId(a) IN $ids AND (elementId(b) IN $ids OR elementId(b) IN $beside)
RETURN elementId(r) AS id, type(r) AS type, elementId(a) AS source, elementId(b) AS target, properties(r) AS properties
UNION ALL
MATCH (a)-[r]->(b)
WHERE elementId(b) IN $ids AND elementId(a) IN $beside
RETURN elementId(r) AS id, type(r) AS type, elementId(a) AS source, elementId(b) AS target, properties(r) AS properties
