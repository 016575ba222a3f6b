// Which members of an organization have no stance on a plan?
// group: Stances
// Members as the reports name them, of whom no report says that they support, oppose, defer or do not commit now.
// $organization key "Organization or group" = "organization:nato"
// $plan key "Plan or event" = "plan:nato-membership"
MATCH (member:Actor)-[:MEMBER_OF]->(:Record {key: $organization})
WHERE NOT EXISTS { MATCH (member)-[:OPPOSES|SUPPORTS|NONCOMMITTAL_ON|DEFERS_ON]->(:Record {key: $plan}) }
RETURN DISTINCT member.name AS member
ORDER BY member
