// type-counts() read many
// How many relations of each type there are, derived and asserted apart.
MATCH (:Record)-[r]->(:Record)
RETURN type(r) AS type, coalesce(r.derived, false) AS derived, count(r) AS count
