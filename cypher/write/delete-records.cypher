// delete-records(keys) write none
// Takes records out with all their relations.
UNWIND $keys AS key
MATCH (n:Record {key: key})
DETACH DELETE n
