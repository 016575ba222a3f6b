// Who hides behind whom?
// group: Stances
// Holders who are said to defer, and those behind whom they take cover.
MATCH (claim:Claim {stance: 'defers'})-[:HOLDER]->(holder:Actor), (claim)-[:SHIELDED_BY]->(shield:Actor)
MATCH (claim)-[:TARGET]->(plan)
RETURN holder.name AS holder, shield.name AS behind, plan.name AS plan
ORDER BY holder, behind, plan
