// degrees(keys) read many
// How many relations lead out of the given records, and how many into them.
UNWIND $keys AS key
MATCH (n:Record {key: key})-[r]->(:Record)
RETURN n.key AS key, count(r) AS count
UNION ALL
UNWIND $keys AS key
MATCH (n:Record {key: key})<-[r]-(:Record)
RETURN n.key AS key, count(r) AS count
