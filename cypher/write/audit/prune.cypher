// prune(before) write one
// Takes out the entries of before a moment; gives how many there are of them.
MATCH (a:Audit)
WHERE a.on < $before
WITH collect(a) AS old, count(a) AS taken
FOREACH (a IN old | DELETE a)
RETURN taken AS taken
