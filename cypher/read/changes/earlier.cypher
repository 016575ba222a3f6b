// earlier(subject, on, number, limit) read many
// The changes of a subject before one, the latest first.
MATCH (n:Change {subject: $subject})
WHERE n.on < $on OR (n.on = $on AND n.number < $number)
RETURN n.key AS key, n.number AS number, n.kind AS kind, n.what AS what, n.subject AS subject,
  n.subjectName AS subjectName, n.by AS by, n.why AS why, n.on AS on, n.takesBack AS takesBack,
  n.takenBackBy AS takenBackBy, n.parts AS parts
ORDER BY n.on DESC, n.number DESC LIMIT $limit
