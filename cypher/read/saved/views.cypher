// views() read many
// Every saved view by its name, without what it holds.
MATCH (v:View)
RETURN v.key AS key, v.name AS name, v.by AS by, v.on AS on
