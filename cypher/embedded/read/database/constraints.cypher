// constraints() read many
// All constraints, with the label and the properties that each is on.
SHOW CONSTRAINTS
