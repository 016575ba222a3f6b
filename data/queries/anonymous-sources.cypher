// Which anonymous sources are there, and who relies on them?
// group: Sources
// Sources without a name, the article they spoke to, and the held reports that pass on their words.
MATCH (source:Source {kind: 'anonymous'})<-[r:ATTRIBUTED_TO]-(a:Assertion)
UNWIND r.articles AS report
RETURN source.descriptor AS source, source.spokeTo AS spokeTo, count(DISTINCT a) AS assertions, count(DISTINCT report) AS reports
ORDER BY reports DESC, assertions DESC, source
