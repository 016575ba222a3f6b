// said-links(keys) read many
// Where the given assertions point to: their sources, the articles they relay, what shows them, quotes, what they dispute.
UNWIND $keys AS key
MATCH (s:Record {key: key})-[r:ATTRIBUTED_TO|RELAYS|KNOWN_FROM|HAS_QUOTE|DISPUTES]->(m:Record)
RETURN key AS source, type(r) AS type, m.key AS target
