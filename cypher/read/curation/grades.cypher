// grades() read many
// Every grade: the reliability of sources and outlets, the credibility of assertions.
MATCH (n:Source)
WHERE n.reliability IS NOT NULL
RETURN n.key AS key, 'Source' AS label, coalesce(n.descriptor, n.key) AS name,
  n.reliability AS reliability, null AS credibility, n.gradedBy AS gradedBy, n.gradedWhy AS gradedWhy
UNION ALL
MATCH (n:Outlet)
WHERE n.reliability IS NOT NULL
RETURN n.key AS key, 'Outlet' AS label, n.name AS name,
  n.reliability AS reliability, null AS credibility, n.gradedBy AS gradedBy, n.gradedWhy AS gradedWhy
UNION ALL
MATCH (n:Assertion)-[:ABOUT]->(c:Claim)
WHERE n.credibility IS NOT NULL
RETURN n.key AS key, 'Assertion' AS label, coalesce(n.quote, c.text) AS name,
  null AS reliability, n.credibility AS credibility, n.gradedBy AS gradedBy, n.gradedWhy AS gradedWhy
