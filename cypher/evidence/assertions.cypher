// assertions(claims) read many
// The assertions of the given claims, each with its article; what they point to comes from said-links.
UNWIND $claims AS claim
MATCH (c:Record {key: claim})<-[:ABOUT]-(s:Assertion)<-[:CONTAINS]-(a:Article)
RETURN s.key AS assertion, a.key AS article, claim AS claim, s.mode AS mode, s.modality AS modality, s.review AS review,
  s.channel AS channel, s.wording AS wording, s.from AS from, s.to AS to, s.reconstructed AS reconstructed,
  s.credibility AS credibility
