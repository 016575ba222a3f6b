// claims-of-questions(questions) read many
// All claims that answer the given questions.
UNWIND $questions AS question
MATCH (c:Claim {questionKey: question})
RETURN c.key AS claim
