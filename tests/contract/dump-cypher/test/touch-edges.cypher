// touch-edges() write none
// Marks every derived edge, so that it shows which of them are written again.
MATCH (a:Record)-[r]->(b:Record)
WHERE r.derived = true
SET r.touched = true
