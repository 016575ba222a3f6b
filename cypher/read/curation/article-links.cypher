// article-links() read many
// What one article does to another, as documents state it or people decide; NOT_REPUBLISHES is a rejected suggestion.
MATCH (a:Article)-[r:REPUBLISHES|CORRECTS|RETRACTS|NOT_REPUBLISHES]->(b:Article)
RETURN type(r) AS type, a.key AS source, b.key AS target,
  coalesce(a.title, a.key) AS sourceName, coalesce(b.title, b.key) AS targetName,
  coalesce(r.curated, false) AS decided,
  r.articles AS articles, r.by AS by, r.why AS why
