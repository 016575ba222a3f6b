// await-indexes() read one
// Returns when every index answers, at most a minute later.
CALL db.awaitIndexes(60)
RETURN true AS waited
