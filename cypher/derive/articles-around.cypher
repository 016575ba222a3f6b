// articles-around(keys) read many
// Articles whose word stands or falls with the given ones: what prints them, other texts of theirs, what they correct or retract.
UNWIND $keys AS key
MATCH (a:Record {key: key})<-[:REPUBLISHES|REVISION_OF]-(b:Article)
RETURN b.key AS article
UNION
UNWIND $keys AS key
MATCH (a:Record {key: key})-[:REVISION_OF|CORRECTS|RETRACTS]->(b:Article)
RETURN b.key AS article
