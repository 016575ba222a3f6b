// published(rows) write one
// Says which outlet published an article; the article has few relations, the outlet many.
UNWIND $rows AS row
MATCH (a:Record {key: row.source})
MATCH (b:Record {key: row.target})
MERGE (b)<-[r:PUBLISHED]-(a)
SET r = row.properties
RETURN count(r) AS written
