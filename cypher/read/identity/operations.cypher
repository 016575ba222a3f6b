// operations() read many
// Which entities were made one and which were parted, without what takes that back.
MATCH (n:EntityMerge)
RETURN n.key AS key, n.kind AS kind, n.from AS from, n.into AS into, n.fromName AS fromName, n.intoName AS intoName,
  n.names AS names, n.articles AS articles, n.assertions AS assertions, n.tied AS tied, n.position AS position,
  n.by AS by, n.why AS why, n.on AS on
UNION ALL
MATCH (n:EntitySplit)
RETURN n.key AS key, n.kind AS kind, n.from AS from, n.into AS into, n.fromName AS fromName, n.intoName AS intoName,
  n.names AS names, n.articles AS articles, n.assertions AS assertions, n.tied AS tied, n.position AS position,
  n.by AS by, n.why AS why, n.on AS on
