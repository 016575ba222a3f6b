// heads() read many
// Of every watch what tells whether there is anything to do about it.
MATCH (w:Watch)
RETURN w.key AS key, coalesce(w.paused, false) AS paused, coalesce(w.changed, 0) AS changed,
  coalesce(w.sentUntil, 0) AS sentUntil, w.hook IS NOT NULL AS hasHook, w.nextOn AS nextOn, w.leaseUntil AS leaseUntil
