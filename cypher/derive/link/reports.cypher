// reports(rows) write one
// Derived: which outlet reports which claim; a claim has few of them, an outlet many.
UNWIND $rows AS row
MATCH (a:Record {key: row.source})
MATCH (b:Record {key: row.target})
CREATE (b)<-[r:REPORTS]-(a)
SET r = row.properties
RETURN count(r) AS written
