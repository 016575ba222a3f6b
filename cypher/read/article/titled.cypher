// titled(title, key, limit) read many
// The held articles with a title beside the one with the key; `linked` where it is known what one is to the other.
MATCH (n:Article:Record {title: $title})
WHERE n.held = true AND n.key <> $key
RETURN n.key AS key, EXISTS { MATCH (n)-[:REVISION_OF|REPUBLISHES|CORRECTS|RETRACTS]-(:Article {key: $key}) } AS linked
ORDER BY n.key LIMIT $limit
