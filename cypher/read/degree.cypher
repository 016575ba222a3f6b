// degree(key) read many
// How many relations of each type lead into a record and out of it.
MATCH (n:Record {key: $key})-[r]->(:Record)
RETURN type(r) AS type, 'out' AS direction, count(r) AS count
UNION ALL
MATCH (n:Record {key: $key})<-[r]-(:Record)
RETURN type(r) AS type, 'in' AS direction, count(r) AS count
