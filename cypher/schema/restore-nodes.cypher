// restore-nodes(rows) write one
// Makes nodes of a backup; their labels are put in the place of AnyLabels.
UNWIND $rows AS row
CREATE (n:AnyLabels)
SET n = row.properties
RETURN count(n) AS written
