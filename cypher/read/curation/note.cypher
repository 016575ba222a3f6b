// note(key) read one
// One note.
MATCH (n:Note {key: $key})
RETURN n.key AS key, n.subjectKey AS subjectKey, n.subjectName AS subjectName, n.subjectType AS subjectType,
  n.text AS text, n.by AS by, n.writtenOn AS writtenOn, n.editedOn AS editedOn, n.editedBy AS editedBy,
  n.version AS version
