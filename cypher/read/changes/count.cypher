// count() read many
// How many changes there are of each subject, and the number of the latest.
MATCH (n:Change)
RETURN n.subject AS subject, count(n) AS changes, max(n.number) AS latest
