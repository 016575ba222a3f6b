// of-plan(plan) read many
// The reported stances on one plan or event.
MATCH (target:Record {key: $plan})<-[r:OPPOSES|SUPPORTS|NONCOMMITTAL_ON|DEFERS_ON]-(holder:Actor)
RETURN holder.key AS source, target.key AS target, type(r) AS type, properties(r) AS properties
