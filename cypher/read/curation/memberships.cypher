// memberships(source, other) read one
// A row where the one source is, by way of others or not, a member of the other.
MATCH (a:Record {key: $source})-[:MEMBER_OF*1..20]->(b:Record {key: $other})
RETURN DISTINCT b.key AS key
