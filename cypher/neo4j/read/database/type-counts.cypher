// type-counts() read many
// How many relations of each type there are, from the count store: nothing is scanned.
CALL db.stats.retrieve('GRAPH COUNTS') YIELD data
UNWIND data.relationships AS counted
WITH counted
WHERE counted.relationshipType IS NOT NULL AND counted.startLabel IS NULL AND counted.endLabel IS NULL
  AND counted.count > 0
RETURN counted.relationshipType AS type, counted.count AS count
