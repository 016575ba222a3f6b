// What was denied, and by whom?
// group: Disputes
// Every denial in an article, held or retold, with who is named for it; without a name it is the article's own word.
MATCH (article:Article)-[:CONTAINS]->(denial:Assertion {mode: 'denies'})-[:ABOUT]->(claim:Claim)
OPTIONAL MATCH (denial)-[:ATTRIBUTED_TO]->(source:Source)
OPTIONAL MATCH (source)-[:IDENTIFIED_AS]->(actor:Actor)
RETURN claim.text AS claim, article.key AS article, coalesce(actor.name, source.descriptor) AS deniedBy, denial.wording AS wording
ORDER BY claim, article
