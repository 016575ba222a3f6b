// clear() write none
// Takes every record out.
MATCH (n:Record)
DETACH DELETE n
