// steps(key) read many
// The steps of a story with the views they show; in no order.
MATCH (s:Story {key: $key})-[:HAS_STEP]->(v:Step)
RETURN v.key AS key, v.position AS position, v.caption AS caption,
  v.query AS query, v.added AS added, v.hidden AS hidden, v.selected AS selected, v.without AS without,
  v.pinned AS pinned, v.pinnedX AS pinnedX, v.pinnedY AS pinnedY
