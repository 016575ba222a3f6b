// constraints() read many
// The names of all constraints.
SHOW CONSTRAINTS
