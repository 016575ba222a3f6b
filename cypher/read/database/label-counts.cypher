// label-counts() read many
// How many nodes carry each label.
MATCH (n)
UNWIND labels(n) AS label
RETURN label AS label, count(n) AS count
