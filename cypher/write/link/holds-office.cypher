// holds-office(rows) write one
// Says which office a person holds; each title is a relation of its own.
UNWIND $rows AS row
MATCH (a:Record {key: row.source})
MATCH (b:Record {key: row.target})
MERGE (a)-[r:HOLDS_OFFICE {title: row.properties.title}]->(b)
SET r = row.properties
RETURN count(r) AS written
