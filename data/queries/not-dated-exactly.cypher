// Which articles have no certain day?
// group: Time
// Articles whose first and last possible days differ or are not known.
MATCH (article:Article)
WHERE article.publishedFrom IS NULL OR article.publishedTo IS NULL OR article.publishedFrom <> article.publishedTo
RETURN article.key AS article, article.publishedFrom AS earliest, article.publishedTo AS latest
ORDER BY article
