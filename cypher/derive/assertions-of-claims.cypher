// assertions-of-claims(claims) read many
// The assertions about given claims.
UNWIND $claims AS key
MATCH (c:Record {key: key})<-[:ABOUT]-(s:Assertion)
RETURN s.key AS assertion
