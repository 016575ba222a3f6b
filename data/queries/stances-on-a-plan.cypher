// Where does everybody stand on a plan?
// group: Stances
// The holders, the plan and the edges between them, for the canvas: each edge leads to the assertions that it rests on.
// $plan key "Plan or event" = "plan:victory-plan"
MATCH (holder:Actor)-[stance:OPPOSES|SUPPORTS|NONCOMMITTAL_ON|DEFERS_ON]->(plan:Record {key: $plan})
RETURN holder, stance, plan
ORDER BY holder.key, type(stance)
