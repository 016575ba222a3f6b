// v1-05-record-text() write none
// Full-text search over the folded words; the whitespace analyzer leaves them as they are and drops none.
CREATE FULLTEXT INDEX hearsay_text IF NOT EXISTS FOR (n:Record) ON EACH [n.textIndex]
OPTIONS {indexConfig: {`fulltext.analyzer`: 'whitespace'}}
