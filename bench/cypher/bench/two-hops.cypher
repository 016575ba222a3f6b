// two-hops(key, limit) read many
// The keys within two hops of a record, over any relation.
MATCH (a:Record {key: $key})-[]-(b:Record)-[]-(c:Record)
RETURN DISTINCT c.key AS key, c.name AS name
ORDER BY key
LIMIT $limit
