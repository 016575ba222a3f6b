// v2-01-derive-anew() write none
// Edges derived before origins were counted lack them: the next start derives all again. A new database has no marker yet.
MATCH (m:HearsayMarker {key: 'hearsay'})
SET m.derivedStale = true
