// not-republishes(rows) write one
// Remembers that somebody looked and found that the one article does not print the other.
UNWIND $rows AS row
MATCH (a:Record {key: row.source})
MATCH (b:Record {key: row.target})
MERGE (a)-[r:NOT_REPUBLISHES]->(b)
SET r = row.properties
RETURN count(r) AS written
