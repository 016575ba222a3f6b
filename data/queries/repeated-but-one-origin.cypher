// What is told again and again, and rests on one origin alone?
// group: Origins
// Stances that several reports have, all of them from the same beginning.
// $articles number "At least this many articles" = 3
MATCH (holder:Actor)-[r:OPPOSES|SUPPORTS|NONCOMMITTAL_ON|DEFERS_ON]->(plan)
WHERE r.originsMax = 1 AND r.articles >= $articles
RETURN holder.name AS holder, type(r) AS stance, plan.name AS plan, r.articles AS articles
ORDER BY articles DESC, plan, holder, stance
