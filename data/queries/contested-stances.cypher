// What is contested?
// group: Stances
// Reported stances against which an open contradiction stands: the ledger says which.
MATCH (holder:Actor)-[r:OPPOSES|SUPPORTS|NONCOMMITTAL_ON|DEFERS_ON]->(plan)
WHERE r.contested = true
RETURN plan.name AS plan, holder.name AS holder, type(r) AS stance, r.originsMax AS most
ORDER BY plan, holder, stance
