// notes() read many
// Every note, on whatever it is, of what is not there any more too.
MATCH (n:Note)
RETURN n.key AS key, n.subjectKey AS subjectKey, n.subjectName AS subjectName, n.subjectType AS subjectType,
  n.text AS text, n.by AS by, n.writtenOn AS writtenOn, n.editedOn AS editedOn, n.editedBy AS editedBy,
  n.version AS version
