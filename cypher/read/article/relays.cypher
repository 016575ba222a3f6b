// relays(key) read many
// Which articles an article's assertions relay, and which relay it, with the words that say so.
MATCH (:Record {key: $key})-[:CONTAINS]->(:Assertion)-[r:RELAYS]->(other:Article)
OPTIONAL MATCH (outlet:Outlet)-[:PUBLISHED]->(other)
RETURN DISTINCT 'out' AS direction, r.how AS how, other.key AS key, other {.*, text: null, textIndex: null} AS properties,
  outlet.key AS outlet, outlet.name AS outletName
UNION ALL
MATCH (:Record {key: $key})<-[r:RELAYS]-(:Assertion)<-[:CONTAINS]-(other:Article)
OPTIONAL MATCH (outlet:Outlet)-[:PUBLISHED]->(other)
RETURN DISTINCT 'in' AS direction, r.how AS how, other.key AS key, other {.*, text: null, textIndex: null} AS properties,
  outlet.key AS outlet, outlet.name AS outletName
