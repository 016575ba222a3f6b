// one(key) read one
// One change with all its parts.
MATCH (n:Change {key: $key})
RETURN n.key AS key, n.number AS number, n.kind AS kind, n.what AS what, n.subject AS subject,
  n.subjectName AS subjectName, n.by AS by, n.why AS why, n.on AS on, n.takesBack AS takesBack,
  n.takenBackBy AS takenBackBy, n.parts AS parts
