// v3-01-change-subject-index() write none
// Finds the changes by hand of one article, one entity or what bears a grade.
CREATE INDEX hearsay_change_subject IF NOT EXISTS FOR (n:Change) ON (n.subject)
