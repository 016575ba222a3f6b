// text-indexes() read many
// The full-text indexes over nodes that answer.
SHOW FULLTEXT INDEXES YIELD name, entityType, state
WHERE entityType = 'NODE' AND state = 'ONLINE'
RETURN name AS name
