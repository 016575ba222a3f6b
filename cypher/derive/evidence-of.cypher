// evidence-of(assertions) read many
// The given assertions with all that bears on the edges derived from them; the same rows as evidence-all.
UNWIND $assertions AS key
MATCH (s:Record {key: key})<-[:CONTAINS]-(a:Article)
OPTIONAL MATCH (o:Outlet)-[:PUBLISHED]->(a)
WITH s, a, min(o.key) AS outlet
OPTIONAL MATCH (later:Article)-[:REVISION_OF*1..50]->(a)
WITH s, a, outlet,
  collect(CASE WHEN later IS NULL THEN null ELSE {article: later.key, publishedTo: later.publishedTo} END) AS newer
MATCH (s)-[:ABOUT]->(c:Claim)-[:HOLDER]->(h:Actor)
OPTIONAL MATCH (c)-[:TARGET]->(t:Record)
OPTIONAL MATCH (s)-[:ATTRIBUTED_TO]->(source:Source)
WITH s, a, outlet, newer, c, h.key AS holder, t.key AS target, collect(DISTINCT source.key) AS sources
OPTIONAL MATCH (s)-[:HAS_QUOTE]->(:Quote)-[:RENDERS]->(:Utterance)-[:SPOKEN_BY]->(speaker:Actor)
WITH s, a, outlet, newer, c, holder, target, sources, collect(DISTINCT speaker.key) AS speakers
OPTIONAL MATCH (s)-[:RELAYS]->(relayed:Article)
OPTIONAL MATCH (by:Outlet)-[:PUBLISHED]->(relayed)
WITH s, a, outlet, newer, c, holder, target, sources, speakers, relayed, min(by.key) AS relayedOutlet
WITH s, a, outlet, newer, c, holder, target, sources, speakers,
  collect(CASE WHEN relayed IS NULL THEN null ELSE {article: relayed.key, outlet: relayedOutlet} END) AS relays
OPTIONAL MATCH (s)-[:KNOWN_FROM]->(:Assertion)<-[:CONTAINS]-(k:Article)
WITH DISTINCT s, a, outlet, newer, c, holder, target, sources, speakers, relays, k
OPTIONAL MATCH (shown:Outlet)-[:PUBLISHED]->(k)
WITH s, a, outlet, newer, c, holder, target, sources, speakers, relays, k, min(shown.key) AS shownOutlet
OPTIONAL MATCH (later:Article)-[:REVISION_OF*1..50]->(k)
WITH s, a, outlet, newer, c, holder, target, sources, speakers, relays, k, shownOutlet,
  collect(CASE WHEN later IS NULL THEN null ELSE {article: later.key, publishedTo: later.publishedTo} END) AS shownNewer
WITH s, a, outlet, newer, c, holder, target, sources, speakers, relays,
  collect(CASE WHEN k IS NULL THEN null ELSE {article: k.key, outlet: shownOutlet, publishedFrom: k.publishedFrom, publishedTo: k.publishedTo, newer: shownNewer} END) AS knownFrom
RETURN s.key AS assertion, a.key AS article, outlet, a.publishedFrom AS publishedFrom, a.publishedTo AS publishedTo,
  newer, a.held AS held, s.mode AS mode, s.modality AS modality, s.review AS review, s.reconstructed AS reconstructed,
  c.key AS claim, c.kind AS kind, c.stance AS stance, holder, target, sources, relays, speakers, knownFrom
