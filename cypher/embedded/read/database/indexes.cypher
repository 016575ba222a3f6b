// indexes() read many
// All indexes, with the label and the property that each is on.
SHOW INDEXES
