// What numbers do officials give?
// group: Disputes
// Counted claims with how many of their members are named, and in how many places held reports deny them.
MATCH (claim:Claim {kind: 'count'})
RETURN claim.text AS claim, claim.number AS number, claim.of AS of, claim.quantifier AS quantifier,
  COUNT { MATCH (claim)-[:INCLUDES]->(:Claim) } AS named,
  COUNT { MATCH (claim)<-[:ABOUT]-(a:Assertion)<-[:CONTAINS]-(:Article {held: true}) WHERE a.mode = 'denies' } AS denials
ORDER BY claim
