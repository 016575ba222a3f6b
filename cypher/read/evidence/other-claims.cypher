// other-claims(key) read many
// What is said of a plan or held by an actor beside stances held now: claims that are no stance, and stances of which
// something else is said too.
MATCH (:Record {key: $key})<-[:HOLDER|TARGET]-(claim:Claim)
WHERE claim.kind <> 'stance'
OPTIONAL MATCH (claim)-[:HOLDER]->(holder:Record)
OPTIONAL MATCH (claim)-[:TARGET]->(target:Record)
RETURN claim.key AS claim, holder.key AS holder, target.key AS target
UNION
MATCH (:Record {key: $key})<-[:HOLDER|TARGET]-(claim:Claim)<-[:ABOUT]-(a:Assertion)
WHERE claim.kind = 'stance' AND (a.mode <> 'asserts' OR a.modality <> 'now')
OPTIONAL MATCH (claim)-[:HOLDER]->(holder:Record)
OPTIONAL MATCH (claim)-[:TARGET]->(target:Record)
RETURN claim.key AS claim, holder.key AS holder, target.key AS target
