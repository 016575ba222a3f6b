// type-counts() read many
// How many relations of each type there are.
MATCH ()-[r]->()
RETURN type(r) AS type, count(r) AS count
