// loose-nodes() read many
// The nodes that are no records with a key: typed Cypher may have made some. The marker is not among them.
MATCH (n)
WHERE n.key IS NULL OR size([label IN labels(n) WHERE label IN ['Record', 'HearsayMarker']]) = 0
RETURN elementId(n) AS id, labels(n) AS labels, properties(n) AS properties
