// What do we know of articles only from others?
// group: Sources
// Articles that nobody here has read: how many of their assertions were pieced together, and from how many reports.
MATCH (stub:Article)-[:CONTAINS]->(a:Assertion {reconstructed: true})-[:KNOWN_FROM]->(retold:Assertion)
MATCH (report:Article)-[:CONTAINS]->(retold)
RETURN stub.key AS article, count(DISTINCT a) AS assertions, count(DISTINCT report) AS reports
ORDER BY article
