// view(key) read one
// One saved view with all it holds.
MATCH (v:View {key: $key})
RETURN v.key AS key, v.name AS name, v.by AS by, v.on AS on,
  v.query AS query, v.added AS added, v.hidden AS hidden, v.selected AS selected, v.without AS without,
  v.pinned AS pinned, v.pinnedX AS pinnedX, v.pinnedY AS pinnedY
