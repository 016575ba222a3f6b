// turn() read one
// Which server derives everything at the moment, and at which of its steps; no row where none does.
MATCH (m:HearsayMarker {key: 'hearsay'})
WHERE m.deriving IS NOT NULL
RETURN m.deriving AS turn
