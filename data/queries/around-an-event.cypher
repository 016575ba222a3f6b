// Who took part in which event?
// group: Actors
// Events in the order of their days, as exactly as these are known, with who was there.
MATCH (event:Event)<-[r:TOOK_PART_IN]-(actor:Actor)
WHERE event.on IS NOT NULL
RETURN event.on AS day, event.name AS event, actor.name AS actor, r.role AS role
ORDER BY day, event, actor
