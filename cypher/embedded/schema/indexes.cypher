// indexes() read many
// The names of all indexes.
SHOW INDEXES
