// owners() read many
// Which articles' documents give the owner of an outlet; not where an entities document defines it, which then holds.
MATCH (d:Article)-[m:MENTIONS]->(o:Outlet)
WHERE m.owner IS NOT NULL AND coalesce(o.curated, false) = false
RETURN o.key AS outlet, d.key AS by, m.owner AS owner
