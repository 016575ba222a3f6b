// profile(window, sample) read many
// Of each label among the first so many nodes: how many carry it, and what properties a sample of them has.
// A label whose nodes have no properties has one row without one.
MATCH (n)
WITH n LIMIT $window
UNWIND labels(n) AS label
WITH label, count(n) AS nodes, collect(n)[..$sample] AS some
UNWIND some AS n
UNWIND CASE WHEN size(keys(n)) = 0 THEN [null] ELSE keys(n) END AS property
WITH label, nodes, size(some) AS sampled, property, n[property] AS value, valueType(n[property]) AS type
WITH label, nodes, sampled, property,
  CASE WHEN type STARTS WITH 'STRING' AND trim(value) <> '' THEN trim(value) END AS text,
  CASE WHEN type STARTS WITH 'INTEGER' OR type STARTS WITH 'FLOAT' THEN toString(value) END AS number
RETURN label AS label, nodes AS nodes, sampled AS sampled, property AS property,
  count(text) AS texts, count(number) AS numbers,
  count(DISTINCT coalesce(left(text, 100), number)) AS different, avg(size(text)) AS length
