// marker-whole() read many
// Everything that hangs on the marker, to see whether a statement that somebody typed would change any of it.
MATCH (m:HearsayMarker)
RETURN properties(m) AS properties, labels(m) AS labels, COUNT { MATCH (m)--() } AS relations
