// outlets-in(key) read many
// The outlets that are of a country.
MATCH (o:Outlet {country: $key})
RETURN o.key AS key
