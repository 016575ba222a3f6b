// starts() read many
// Every record at which derived edges may start: those who hold positions, and outlets.
MATCH (n:Actor)
RETURN n.key AS key
UNION ALL
MATCH (n:Outlet)
RETURN n.key AS key
