// count() read many
// How many changes there are of each subject.
MATCH (n:Change)
RETURN n.subject AS subject, count(n) AS changes
