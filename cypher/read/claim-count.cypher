// claim-count() read one
// How many claims there are.
MATCH (n:Claim)
RETURN count(n) AS count
