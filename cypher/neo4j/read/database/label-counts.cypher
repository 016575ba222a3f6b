// label-counts() read many
// How many nodes carry each label, from the count store: nothing is scanned.
CALL db.stats.retrieve('GRAPH COUNTS') YIELD data
UNWIND data.nodes AS counted
WITH counted WHERE counted.label IS NOT NULL AND counted.count > 0
RETURN counted.label AS label, counted.count AS count
