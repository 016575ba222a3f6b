// spoil-edges() write none
// Leaves the derived edges as they were before origins were counted.
MATCH (a:Record)-[r]->(b:Record)
WHERE r.derived = true
REMOVE r.sources, r.originsMin, r.originsMax, r.originsByOwner, r.contested
