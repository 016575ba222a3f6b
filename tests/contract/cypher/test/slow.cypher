// slow(size) read one
// Counts the fourth power of a size: a long time for a large one, in little memory.
UNWIND range(1, $size) AS a UNWIND range(1, $size) AS b UNWIND range(1, $size) AS c UNWIND range(1, $size) AS d
WITH a WHERE a < 0 RETURN count(a) AS count
