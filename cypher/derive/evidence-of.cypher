// evidence-of(assertions) read many
// The given assertions with all that bears on the edges derived from them; the same rows as evidence-all.
UNWIND $assertions AS key
MATCH (s:Record {key: key})<-[:CONTAINS]-(a:Article)
OPTIONAL MATCH (o:Outlet)-[:PUBLISHED]->(a)
WITH s, a, min(o.key) AS outlet
OPTIONAL MATCH (newer:Article)-[:REVISION_OF]->(a)
WITH s, a, outlet, count(newer) > 0 AS superseded
MATCH (s)-[:ABOUT]->(c:Claim)-[:HOLDER]->(h:Actor)
OPTIONAL MATCH (c)-[:TARGET]->(t:Record)
OPTIONAL MATCH (s)-[:ATTRIBUTED_TO]->(source:Source)
WITH s, a, outlet, superseded, c, h.key AS holder, t.key AS target, collect(DISTINCT source.key) AS sources
OPTIONAL MATCH (s)-[:HAS_QUOTE]->(:Quote)-[:RENDERS]->(:Utterance)-[:SPOKEN_BY]->(speaker:Actor)
WITH s, a, outlet, superseded, c, holder, target, sources, collect(DISTINCT speaker.key) AS speakers
OPTIONAL MATCH (s)-[:RELAYS]->(relayed:Article)
OPTIONAL MATCH (by:Outlet)-[:PUBLISHED]->(relayed)
WITH s, a, outlet, superseded, c, holder, target, sources, speakers, relayed, min(by.key) AS relayedOutlet
WITH s, a, outlet, superseded, c, holder, target, sources, speakers,
  collect(CASE WHEN relayed IS NULL THEN null ELSE {article: relayed.key, outlet: relayedOutlet} END) AS relays
OPTIONAL MATCH (s)-[:KNOWN_FROM]->(:Assertion)<-[:CONTAINS]-(k:Article)
WITH DISTINCT s, a, outlet, superseded, c, holder, target, sources, speakers, relays, k
OPTIONAL MATCH (shown:Outlet)-[:PUBLISHED]->(k)
WITH s, a, outlet, superseded, c, holder, target, sources, speakers, relays, k, min(shown.key) AS shownOutlet
OPTIONAL MATCH (later:Article)-[:REVISION_OF]->(k)
WITH s, a, outlet, superseded, c, holder, target, sources, speakers, relays, k, shownOutlet, count(later) > 0 AS shownSuperseded
WITH s, a, outlet, superseded, c, holder, target, sources, speakers, relays,
  collect(CASE WHEN k IS NULL THEN null ELSE {article: k.key, outlet: shownOutlet, publishedFrom: k.publishedFrom, publishedTo: k.publishedTo, superseded: shownSuperseded} END) AS knownFrom
RETURN s.key AS assertion, a.key AS article, outlet, a.publishedFrom AS publishedFrom, a.publishedTo AS publishedTo,
  superseded, a.held AS held, s.mode AS mode, s.modality AS modality, s.review AS review, s.reconstructed AS reconstructed,
  c.key AS claim, c.kind AS kind, c.stance AS stance, holder, target, sources, relays, speakers, knownFrom
