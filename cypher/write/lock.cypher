// lock() write one
// Makes writers come one after the other: until the transaction ends, another one waits here. Counts the writes, too,
// so that whoever keeps what was read knows whether it still holds.
MATCH (m:HearsayMarker {key: 'hearsay'})
SET m.revision = coalesce(m.revision, 0) + 1
RETURN m.revision AS revision
