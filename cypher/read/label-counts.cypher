// label-counts() read many
// How many records carry each label.
MATCH (n:Record)
UNWIND labels(n) AS label
RETURN label AS label, count(n) AS count
