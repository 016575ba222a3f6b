// all-keys(limit) read many
// The keys of at most so many records, and of articles that of their first text: for who is to ask for very many.
MATCH (n:Record)
RETURN n.key AS key, n.baseKey AS base LIMIT $limit
