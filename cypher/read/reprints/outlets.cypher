// outlets() read many
// The names under which a credit line may name each outlet.
MATCH (outlet:Outlet)
RETURN outlet.key AS key, outlet.name AS name, outlet.aliases AS aliases
