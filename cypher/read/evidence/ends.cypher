// ends(claims) read many
// Who holds the given claims, and what they are about.
UNWIND $claims AS key
MATCH (:Record {key: key})-[r:HOLDER|TARGET]->(end:Record)
RETURN key AS claim, type(r) AS type, end.key AS key, end.name AS name
