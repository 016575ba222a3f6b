// rekeyed(subject) read many
// What people changed by hand in what an article says, the earliest first: among it what goes by another key since.
MATCH (n:Change {subject: $subject, kind: 'document'})
RETURN n.parts AS parts
ORDER BY n.on, n.number
