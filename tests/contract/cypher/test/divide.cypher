// divide(by) read one
// Fails for zero.
RETURN 1 / $by AS value
