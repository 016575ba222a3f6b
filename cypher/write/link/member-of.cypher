// member-of(rows) write one
// Ties a source to the sources it is one of, an actor to its organization or group.
UNWIND $rows AS row
MATCH (a:Record {key: row.source})
MATCH (b:Record {key: row.target})
MERGE (a)-[r:MEMBER_OF]->(b)
SET r = row.properties
RETURN count(r) AS written
