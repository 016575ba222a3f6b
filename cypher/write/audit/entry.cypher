// entry(properties) write none
// Adds an entry to the audit log.
CREATE (a:Audit)
SET a = $properties
