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
