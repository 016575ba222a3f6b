// What appeared when?
// group: Time
// Articles by the first day on which they may have appeared, and how many of them are held.
MATCH (article:Article)
WHERE article.publishedFrom IS NOT NULL
RETURN article.publishedFrom AS day, count(*) AS articles, sum(CASE WHEN article.held THEN 1 ELSE 0 END) AS held
ORDER BY day
