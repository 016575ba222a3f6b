// articles(rows) write one
// Makes articles that are not there, held ones and stubs: quicker than looking for each.
UNWIND $rows AS row
CREATE (n:Record:Article {key: row.key})
SET n = row.properties
RETURN count(n) AS written
