// undoing(key) read many
// What it takes to take a merge or a split back, as JSON.
MATCH (n:Record {key: $key})
WHERE n.undoing IS NOT NULL
RETURN n.undoing AS undoing
