// Functions and tests on text

MATCH (n:Country) RETURN toUpper(n.name) AS upper, toLower(n.name) AS lower, size(n.name) AS size

MATCH (n:Person) WHERE n.name STARTS WITH 'V' RETURN n.name AS name

MATCH (n:Person) WHERE n.name ENDS WITH 'n' RETURN n.name AS name

MATCH (n:Person) WHERE n.name CONTAINS 'ó' RETURN n.name AS name, size(n.name) AS size

MATCH (n:Person) WHERE NOT n.name CONTAINS 'e' RETURN n.name AS name

MATCH (n:Person) WHERE toLower(n.name) CONTAINS 'orb' RETURN n.name AS name

MATCH (n:Person) WHERE n.name =~ 'J.*' RETURN n.name AS name

MATCH (n:Person) WHERE n.name =~ '.*(en|an)' RETURN n.name AS name

MATCH (n:Country) RETURN substring(n.key, 8) AS code, left(n.name, 3) AS left, right(n.name, 2) AS right

MATCH (n:Country) RETURN substring(n.name, 2, 3) AS part

MATCH (n:Country) RETURN replace(n.name, 'a', 'A') AS name

MATCH (n:Country) RETURN split(n.key, ':') AS parts

MATCH (n:Person) RETURN split(n.name, ' ')[0] AS first, size(split(n.name, ' ')) AS words

MATCH (n:Country) RETURN reverse(coalesce(n.name, '')) AS back

MATCH (n:Country) RETURN trim('  ' + n.name + ' ') AS name, ltrim('  x ') AS l, rtrim(' x  ') AS r

MATCH (n:Country) RETURN n.name + ' (' + n.iso2 + ')' AS name

MATCH (c:Claim) WHERE c.number IS NOT NULL RETURN toString(c.number) + ' of ' + toString(c.of) AS words

MATCH (a:Article) RETURN toString(a.held) AS held, a.key AS key

MATCH (a:Article) RETURN a.key AS key, coalesce(a.title, a.key) AS caption

MATCH (a:Article) RETURN left(a.publishedFrom, 7) AS month, count(*) AS many

MATCH (q:Quote) RETURN q.key AS key, size(q.text) AS size, left(q.text, 10) AS start

MATCH (q:Quote) WHERE q.text CONTAINS '“' OR q.text CONTAINS '’' RETURN q.text AS text

MATCH (n:Country) WHERE n.name > 'G' AND n.name <= 'Lithuania' RETURN n.name AS name

MATCH (n:Country) RETURN CASE WHEN n.name < 'M' THEN 'first' ELSE 'second' END AS half, count(*) AS many

MATCH (n:Record) RETURN head(split(n.key, ':')) AS type, count(*) AS many

MATCH (n:Outlet) WHERE n.country IS NULL RETURN n.name AS name, n.country AS country

MATCH (n:Outlet) RETURN n.name AS name, n.country + '!' AS country

RETURN toInteger("3") AS a, toInteger('-12') + 1 AS b, toFloat("2.50") AS c, toFloat('4') / 8 AS d, toInteger("0") AS e

MATCH (n:Claim) WHERE n.number >= toInteger("7") RETURN n.key AS key, toFloat("0.5") * n.number AS half

MATCH (n) UNWIND labels(n) AS label RETURN DISTINCT label

MATCH (n) UNWIND keys(n) AS propertyKey RETURN DISTINCT propertyKey

MATCH ()-[r]->() RETURN DISTINCT type(r) AS relationshipType
