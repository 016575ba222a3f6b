// texts(keys) read many
// The texts of the articles with the given keys.
UNWIND $keys AS key
MATCH (article:Record {key: key})
WHERE article:Article AND article.text IS NOT NULL
RETURN article.key AS key, article.text AS text
