// indexes() read many
// All indexes but those that every database starts with, with what each is on; several labels with a bar between them.
SHOW INDEXES YIELD name, type, labelsOrTypes, properties
WHERE type <> 'LOOKUP'
RETURN name AS name, type AS type,
  reduce(text = '', label IN labelsOrTypes | text + CASE text WHEN '' THEN '' ELSE '|' END + label) AS label,
  reduce(text = '', property IN properties | text + CASE text WHEN '' THEN '' ELSE ', ' END + property) AS property
