// any-but-marker() read one
// A row when there is a node beside the marker.
MATCH (n)
WHERE size([label IN labels(n) WHERE label = 'HearsayMarker']) = 0
RETURN true AS found LIMIT 1
