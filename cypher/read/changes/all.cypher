// all(limit) read many
// The changes that people made by hand, the latest first.
MATCH (n:Change)
RETURN n.key AS key, n.number AS number, n.kind AS kind, n.what AS what, n.subject AS subject,
  n.subjectName AS subjectName, n.by AS by, n.why AS why, n.on AS on, n.takesBack AS takesBack,
  n.takenBackBy AS takenBackBy, n.parts AS parts
ORDER BY n.on DESC, n.number DESC LIMIT $limit
