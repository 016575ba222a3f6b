// note-subjects() read many
// How many notes there are on each node and edge that has any.
MATCH (n:Note)
RETURN n.subjectKey AS subject, count(n) AS notes
