// distinctions() read many
// Which entities somebody said are two.
MATCH (n:Distinction)
RETURN n.key AS key, n.one AS one, n.oneName AS oneName, n.other AS other, n.otherName AS otherName,
  n.by AS by, n.why AS why, n.on AS on
