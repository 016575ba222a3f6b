// links(key) read many
// Which articles an article prints, revises, corrects or retracts, which do so to it, and who decided that.
MATCH (:Record {key: $key})-[r:REPUBLISHES|REVISION_OF|CORRECTS|RETRACTS]->(other:Article)
OPTIONAL MATCH (outlet:Outlet)-[:PUBLISHED]->(other)
RETURN type(r) AS type, 'out' AS direction, r.by AS by, r.why AS why,
  other.key AS key, other {.*, text: null, textIndex: null} AS properties, outlet.key AS outlet, outlet.name AS outletName
UNION ALL
MATCH (:Record {key: $key})<-[r:REPUBLISHES|REVISION_OF|CORRECTS|RETRACTS]-(other:Article)
OPTIONAL MATCH (outlet:Outlet)-[:PUBLISHED]->(other)
RETURN type(r) AS type, 'in' AS direction, r.by AS by, r.why AS why,
  other.key AS key, other {.*, text: null, textIndex: null} AS properties, outlet.key AS outlet, outlet.name AS outletName
