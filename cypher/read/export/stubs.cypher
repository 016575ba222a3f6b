// stubs() read many
// Every article that is known only because others speak of it.
MATCH (n:Article)
WHERE n.held = false
RETURN n.key AS key, n {.*, textIndex: null} AS properties
