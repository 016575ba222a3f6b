// range(to) read many
// The whole numbers from 1, each with its text.
UNWIND range(1, $to) AS i RETURN i AS i, 'row ' + toString(i) AS text ORDER BY i
