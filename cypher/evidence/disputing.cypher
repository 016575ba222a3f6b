// disputing(keys) read many
// The claims of the assertions that dispute given claims, articles, assertions or quotes.
UNWIND $keys AS key
MATCH (n:Record {key: key})<-[:DISPUTES]-(:Assertion)-[:ABOUT]->(c:Claim)
RETURN DISTINCT c.key AS claim
