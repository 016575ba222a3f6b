// heads() read many
// Every draft without what it proposes, with how many of its claims are decided on.
MATCH (d:Draft)
RETURN d.key AS key, d.article AS article, d.extractor AS extractor, d.on AS on,
  d.openClaims AS open, d.acceptedClaims AS accepted, d.rejectedClaims AS rejected
