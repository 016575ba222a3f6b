// given-naming(keys) read many
// The articles of which a document is kept that names one of the entities by its own key.
MATCH (n:Given)
WHERE any(key IN $keys WHERE key IN n.names)
RETURN n.article AS article
