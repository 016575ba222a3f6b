// constraints() read many
// All constraints, with the label or type and the properties that each is on.
SHOW CONSTRAINTS YIELD name, type, labelsOrTypes, properties
RETURN name AS name, type AS type, labelsOrTypes[0] AS label,
  reduce(text = '', property IN properties | text + CASE text WHEN '' THEN '' ELSE ', ' END + property) AS properties
