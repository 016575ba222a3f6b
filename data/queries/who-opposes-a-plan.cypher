// Who opposes a plan, and on how many origins?
// group: Stances
// Everybody who is reported to oppose it now, those with the most independent origins first. The least counts only known origins; the most also trails that end without a name.
// $plan key "Plan or event" = "plan:nato-invitation"
MATCH (holder:Actor)-[r:OPPOSES]->(:Record {key: $plan})
RETURN holder.name AS holder, r.originsMin AS least, r.originsMax AS most, r.articles AS articles, r.sources AS sources
ORDER BY most DESC, articles DESC, sources DESC, holder
