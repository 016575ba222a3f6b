// empty-part(limit) write none
// Takes out so many nodes with their relations; the marker is left alone.
MATCH (n)
WHERE size([label IN labels(n) WHERE label = 'HearsayMarker']) = 0
WITH n LIMIT $limit
DETACH DELETE n
