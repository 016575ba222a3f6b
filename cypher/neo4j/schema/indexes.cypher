// indexes() read many
// The names of all indexes but those that every database starts with, or that come with a constraint.
SHOW INDEXES YIELD name, type, owningConstraint
WHERE type <> 'LOOKUP' AND owningConstraint IS NULL
RETURN name AS name
