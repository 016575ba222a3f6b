// hungry(size) read one
// Collects pairs of numbers: a large size takes memory without end.
UNWIND range(1, $size) AS a UNWIND range(1, $size) AS b
WITH collect('some words to fill the memory ' + toString(a * b)) AS all
RETURN size(all) AS count
