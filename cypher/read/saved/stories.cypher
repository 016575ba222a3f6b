// stories() read many
// Every story with the number of its steps.
MATCH (s:Story)
OPTIONAL MATCH (s)-[:HAS_STEP]->(t:Step)
RETURN s.key AS key, s.name AS name, s.by AS by, s.on AS on, count(t) AS steps
