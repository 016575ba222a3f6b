// articles(keys) read many
// The articles with these keys, without their texts, which are long.
UNWIND $keys AS key
MATCH (n:Record {key: key})
WHERE n:Article
RETURN n.key AS key, n {.*, text: null, textIndex: null} AS properties, n.text IS NOT NULL AS hasText
