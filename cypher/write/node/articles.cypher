// articles(rows) write one
// Makes or overwrites articles, held ones and stubs: the node is left with exactly the properties given.
UNWIND $rows AS row
MERGE (n:Record {key: row.key})
SET n:Article
SET n = row.properties
RETURN count(n) AS written
