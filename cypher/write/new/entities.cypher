// entities(rows) write one
// Makes entities of every type that are not there.
UNWIND $rows AS row
CREATE (n:Record {key: row.key})
FOREACH (x IN CASE WHEN row.label = 'Person' THEN [1] ELSE [] END | SET n:Person:Actor)
FOREACH (x IN CASE WHEN row.label = 'Country' THEN [1] ELSE [] END | SET n:Country:Actor)
FOREACH (x IN CASE WHEN row.label = 'Organization' THEN [1] ELSE [] END | SET n:Organization:Actor)
FOREACH (x IN CASE WHEN row.label = 'Group' THEN [1] ELSE [] END | SET n:Group:Actor)
FOREACH (x IN CASE WHEN row.label = 'Outlet' THEN [1] ELSE [] END | SET n:Outlet)
FOREACH (x IN CASE WHEN row.label = 'Plan' THEN [1] ELSE [] END | SET n:Plan)
FOREACH (x IN CASE WHEN row.label = 'Event' THEN [1] ELSE [] END | SET n:Event)
SET n = row.properties
RETURN count(n) AS written
