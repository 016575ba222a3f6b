// stray-edge(source, target) write none
// Makes a derived edge that nothing supports.
MATCH (a:Record {key: $source})
MATCH (b:Record {key: $target})
CREATE (a)-[:SUPPORTS {derived: true, articles: 1}]->(b)
