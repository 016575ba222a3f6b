// UNION and UNION ALL

MATCH (c:Country) RETURN c.key AS key UNION MATCH (p:Person) RETURN p.key AS key

MATCH (c:Country) RETURN left(c.name, 1) AS letter UNION MATCH (p:Person) RETURN left(p.name, 1) AS letter

MATCH (c:Country) RETURN left(c.name, 1) AS letter UNION ALL MATCH (p:Person) RETURN left(p.name, 1) AS letter

RETURN 1 AS x UNION RETURN 1 AS x

RETURN 1 AS x UNION ALL RETURN 1 AS x

RETURN 1 AS x UNION RETURN 2 AS x UNION RETURN 1 AS x

MATCH (c:Country) RETURN 'countries' AS what, count(c) AS many UNION MATCH (p:Person) RETURN 'persons' AS what, count(p) AS many

MATCH (c:Country)-[r:OPPOSES]->(p:Plan) RETURN c.key AS holder, p.key AS plan, 'against' AS side UNION ALL MATCH (c:Country)-[r:SUPPORTS]->(p:Plan) RETURN c.key AS holder, p.key AS plan, 'for' AS side

MATCH (n:Nothing) RETURN n.key AS key UNION MATCH (c:Country {key: 'country:hu'}) RETURN c.key AS key
