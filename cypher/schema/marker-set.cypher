// marker-set(properties) write none
// Makes the marker or changes the given properties of it.
MERGE (m:HearsayMarker {key: 'hearsay'}) SET m += $properties
