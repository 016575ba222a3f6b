// summed-up(keys) read many
// The ties between claims that sum up others and these, for the given ones at either end.
UNWIND $keys AS key
MATCH (c:Record {key: key})-[:INCLUDES]->(d:Claim)
RETURN key AS claim, d.key AS includes
UNION
UNWIND $keys AS key
MATCH (d:Record {key: key})<-[:INCLUDES]-(c:Claim)
RETURN c.key AS claim, key AS includes
