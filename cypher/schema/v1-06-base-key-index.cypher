// v1-06-base-key-index() write none
// Finds the later texts of an article.
CREATE INDEX hearsay_base_key IF NOT EXISTS FOR (n:Article) ON (n.baseKey)
