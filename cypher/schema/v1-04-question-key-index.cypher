// v1-04-question-key-index() write none
// Finds the claims that answer one question.
CREATE INDEX hearsay_question IF NOT EXISTS FOR (n:Claim) ON (n.questionKey)
