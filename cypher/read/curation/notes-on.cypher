// notes-on(subject) read many
// The notes on one node or edge.
MATCH (n:Note {subjectKey: $subject})
RETURN n.key AS key, n.subjectKey AS subjectKey, n.subjectName AS subjectName, n.subjectType AS subjectType,
  n.text AS text, n.by AS by, n.writtenOn AS writtenOn, n.editedOn AS editedOn, n.editedBy AS editedBy,
  n.version AS version
