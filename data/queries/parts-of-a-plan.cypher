// What belongs to a plan?
// group: Actors
// Plans that are part of it or a step toward it, over as many as three steps, with the fewest that lead there.
// $plan key "Plan" = "plan:victory-plan"
MATCH way = (part:Plan)-[:PART_OF|STEP_TOWARD*1..3]->(:Plan {key: $plan})
RETURN part.name AS part, min(length(way)) AS steps
ORDER BY steps, part
