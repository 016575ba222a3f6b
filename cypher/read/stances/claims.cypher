// claims(keys) read many
// The claims that give somebody a stance, of the given actors or on the given plans; what is said of them may be denials.
UNWIND $keys AS key
MATCH (:Record {key: key})<-[:HOLDER|TARGET]-(claim:Claim)
WHERE claim.kind = 'stance'
MATCH (claim)-[:HOLDER]->(holder:Record)
MATCH (claim)-[:TARGET]->(target:Record)
RETURN DISTINCT claim.key AS claim, holder.key AS holder, target.key AS target
