// translations(keys) read many
// What the given quotes translate.
UNWIND $keys AS key
MATCH (q:Record {key: key})-[:TRANSLATION_OF]->(t:Quote)
RETURN key AS quote, t.key AS target
