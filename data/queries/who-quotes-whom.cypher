// Which outlets quote whom?
// group: Words
// Outlets and the actors whose own words they print; reports whose outlet is not named are left out.
MATCH (outlet:Outlet)-[r:QUOTES]->(actor:Actor)
RETURN outlet.name AS outlet, actor.name AS actor, r.articles AS articles
ORDER BY outlet, actor
