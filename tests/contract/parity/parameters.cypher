// Parameters of every plain kind

// $key = "country:hu"
MATCH (n:Record {key: $key}) RETURN n.name AS name

// $keys = ["country:hu", "country:sk", "country:nowhere"]
MATCH (n:Record) WHERE n.key IN $keys RETURN n.key AS key

// $keys = []
MATCH (n:Record) WHERE n.key IN $keys RETURN n.key AS key

// $keys = ["country:hu", "country:sk"]
UNWIND $keys AS key MATCH (n:Record {key: key}) RETURN key, n.name AS name

// $least = 2
MATCH (a)-[r:OPPOSES]->(p) WHERE r.articles >= $least RETURN a.key AS a, p.key AS p, r.articles AS articles

// $types = ["OPPOSES", "DEFERS_ON"]
MATCH (a)-[r]->(p:Plan) WHERE type(r) IN $types RETURN a.key AS a, type(r) AS type, p.key AS p

// $skip = 2
// $limit = 3
MATCH (c:Country) RETURN c.name AS name ORDER BY name SKIP $skip LIMIT $limit

// $held = true
MATCH (a:Article {held: $held}) RETURN a.key AS key

// $from = "2024-10-24"
// $to = "2024-12"
MATCH (a:Article) WHERE a.publishedFrom >= $from AND a.publishedTo < $to RETURN a.key AS key

// $rows = [{"key": "country:hu", "n": 1}, {"key": "country:sk", "n": 2}]
UNWIND $rows AS row MATCH (c:Record {key: row.key}) RETURN c.name AS name, row.n AS n

// $text = "orb"
MATCH (n:Person) WHERE toLower(n.name) CONTAINS $text RETURN n.name AS name

// $text = "a"
// $number = 7
// $flag = false
// $nothing = null
RETURN $text AS text, $number AS number, $flag AS flag, $nothing AS nothing

// $map = {"a": 1, "b": ["x", "y"], "c": {"d": true}}
RETURN $map AS map

// $map = {"a": "x"}
RETURN $map.a AS a

// $list = [1, 2, 3]
RETURN $list AS list, size([x IN $list | x]) AS size

// $number = 1.5
RETURN $number AS number

// $text = "it's “quoted” \\ and\nbroken 😀"
RETURN $text AS text, size('' + $text) AS size

// $list = ["a", "b"]
RETURN [x IN $list | x + '!'] AS list

// $name = "Germany"
MATCH (c:Country) RETURN c.key AS key, c.name = $name AS same

// $prefix = "plan:victory"
MATCH (p:Plan) WHERE p.key STARTS WITH $prefix RETURN p.key AS key

// $list = ["country:hu", "country:sk"]
RETURN size($list) AS size, isEmpty($list) AS empty, reverse($list) AS reversed

// $text = "Orbán"
RETURN size($text) AS size, isEmpty($text) AS empty, reverse($text) AS reversed

// $list = []
RETURN size($list) AS size, isEmpty($list) AS empty, reverse($list) AS reversed, head($list) AS head, last($list) AS last, tail($list) AS tail

// $nothing = null
RETURN size($nothing) AS size, isEmpty($nothing) AS empty, reverse($nothing) AS reversed, head($nothing) AS head, tail($nothing) AS tail

// $list = [3, 1, 2]
RETURN head($list) AS head, last($list) AS last, tail($list) AS tail, head(reverse($list)) AS end, size(tail($list)) AS rest

// $list = [["a"], ["b", "c"], []]
UNWIND $list AS x RETURN size(x) AS size, isEmpty(x) AS empty, head(x) AS head

// $rows = [{"key": "country:hu", "names": ["Magyarország", "Hungary"]}, {"key": "country:sk", "names": []}]
UNWIND $rows AS row MATCH (n:Record {key: row.key}) WITH n, size(row.names) AS names WHERE names > 1 RETURN n.name AS name, names

// $keys = ["country:hu", "country:sk"]
MATCH (c:Country) WHERE size($keys) = 0 OR c.key IN $keys RETURN c.key AS key

// $keys = []
MATCH (c:Country) WHERE size($keys) = 0 OR c.key IN $keys RETURN c.key AS key

// $keys = ["country:hu", "country:sk"]
MATCH (c:Country) WHERE c.key IN reverse($keys) AND NOT c.key IN tail($keys) RETURN c.key AS key

// $names = ["a", "b"]
MATCH (n:Country) WHERE size(n.aliases) = size($names) RETURN n.key AS key

// $list = [3, null, 1, 2]
UNWIND $list AS x RETURN x ORDER BY x DESC

// $list = ["b", "a", null]
UNWIND $list AS x RETURN min(x) AS least, max(x) AS most, count(x) AS count

// $list = [3, 1, 2]
UNWIND $list AS x RETURN min(x) AS least, max(x) AS most

// $list = [true, false]
UNWIND $list AS x RETURN x ORDER BY x

// $words = ["Hung", "ary"]
MATCH (c:Country) RETURN c.key AS key, any(x IN $words WHERE c.key CONTAINS x) AS one, none(x IN $words WHERE x = 'a') AS nowhere

// $words = ["a", "b", "a"]
RETURN all(x IN $words WHERE x IN ['a', 'b']) AS every, single(x IN $words WHERE x = 'b') AS once

// $n = 3
RETURN range(0, $n) AS list, size(range(1, $n)) AS size

// $list = ["a", "b", "c"]
UNWIND range(0, 3) AS i RETURN i, $list[i] AS x

// $map = {"a": 1, "b": ["x"]}
RETURN size(keys($map)) AS size, 'a' IN keys($map) AS has, size($map.b) AS items

// $list = [0.5, 1.5]
RETURN $list AS list, head($list) AS head, reverse($list) AS reversed

// $map = {"whole": 2, "fraction": 1.5}
RETURN $map AS map, $map.whole AS whole, $map.fraction AS fraction
