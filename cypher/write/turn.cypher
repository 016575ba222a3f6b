// turn(turn) write none
// Notes which server derives everything at the moment, and at which of its steps; null where none does.
MATCH (m:HearsayMarker {key: 'hearsay'})
SET m.deriving = $turn
