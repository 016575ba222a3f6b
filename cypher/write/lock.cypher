// lock() write one
// Makes writers come one after the other: until the transaction ends, another one waits here.
MATCH (m:HearsayMarker {key: 'hearsay'})
SET m.key = 'hearsay'
RETURN m.key AS key
