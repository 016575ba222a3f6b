// attributions(assertions) read many
// The passages in which the given assertions name their sources and the articles they relay.
UNWIND $assertions AS key
MATCH (a:Record {key: key})-[r:ATTRIBUTED_TO]->(to:Source)
RETURN a.key AS assertion, to.key AS target, r.descriptor AS how, r.quote AS quote
UNION ALL
UNWIND $assertions AS key
MATCH (a:Record {key: key})-[r:RELAYS]->(to:Article)
RETURN a.key AS assertion, to.key AS target, r.how AS how, r.quote AS quote
