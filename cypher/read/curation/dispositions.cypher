// dispositions() read many
// What people made of contradictions, of those too that are not there any more.
MATCH (d:Disposition)
RETURN d.contradiction AS contradiction, d.state AS state, d.by AS by, d.why AS why, d.on AS on
