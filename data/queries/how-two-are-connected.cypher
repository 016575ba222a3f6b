// How are two connected?
// group: Actors
// One of the shortest ways between two records over stances, ties, quotations and citations, for the canvas.
// $from key "From" = "outlet:kyiv-post"
// $to key "To" = "plan:eu-military-aid-funding"
MATCH (one:Record {key: $from}), (other:Record {key: $to})
WHERE one.key <> other.key
MATCH way = shortestPath((one)-[:CITES|QUOTES|OPPOSES|SUPPORTS|NONCOMMITTAL_ON|DEFERS_ON|MEMBER_OF|HOLDS_OFFICE*..8]-(other))
RETURN length(way) AS steps, way
