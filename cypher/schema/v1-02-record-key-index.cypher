// v1-02-record-key-index() write none
// Finds a record by its key; the embedded engine builds none for the constraint, Neo4j leaves this one out.
CREATE INDEX hearsay_key_lookup IF NOT EXISTS FOR (n:Record) ON (n.key)
