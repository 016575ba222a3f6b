// entries(who, what, from, before, after, limit) read many
// Entries of the audit log, the latest first: of somebody, with words in them, from a moment on, before a moment, and those that follow one; an empty text means any.
MATCH (a:Audit)
WHERE ($who = '' OR a.who = $who) AND ($what = '' OR a.found CONTAINS $what)
  AND a.on >= $from AND ($before = '' OR a.on < $before) AND ($after = '' OR a.entry < $after)
RETURN a.entry AS entry, a.on AS on, a.who AS who, a.via AS via, a.request AS request, a.action AS action,
  a.address AS address, a.subjects AS subjects, a.writes AS writes, a.text AS text
ORDER BY entry DESC LIMIT $limit
