// marker() read one
// The marker that says the database is Hearsay's, or no row.
MATCH (m:HearsayMarker {key: 'hearsay'})
RETURN m.schemaVersion AS schemaVersion, m.derivedStale AS derivedStale, m.bundled AS bundled,
  coalesce(m.revision, 0) AS revision, m.restoring AS restoring
