// Who is reported to hold more than one stance on the same plan?
// group: Stances
// Either the reports differ, or the position has two sides: look at the evidence of each.
MATCH (holder:Actor)-[r:OPPOSES|SUPPORTS|NONCOMMITTAL_ON|DEFERS_ON]->(plan)
WITH holder, plan, count(r) AS stances
WHERE stances > 1
MATCH (holder)-[each:OPPOSES|SUPPORTS|NONCOMMITTAL_ON|DEFERS_ON]->(plan)
RETURN plan.name AS plan, holder.name AS holder, type(each) AS stance, each.originsMax AS most
ORDER BY plan, holder, stance
