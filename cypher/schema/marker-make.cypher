// marker-make(properties) write none
// Makes the marker with the given properties; one that is there stays as it is.
MERGE (m:HearsayMarker {key: 'hearsay'}) ON CREATE SET m += $properties
