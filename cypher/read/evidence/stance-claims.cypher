// stance-claims(holder, target, stance) read many
// The claims by which someone is said to take a stance on a plan.
MATCH (claim:Claim)-[:HOLDER]->(:Record {key: $holder})
WHERE claim.kind = 'stance' AND claim.stance = $stance
MATCH (claim)-[:TARGET]->(:Record {key: $target})
RETURN claim.key AS claim
