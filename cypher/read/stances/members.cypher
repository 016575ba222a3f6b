// members(key) read many
// The actors that are members of an organization or group, with what is said of the membership.
MATCH (group:Record {key: $key})<-[r:MEMBER_OF]-(member:Actor)
RETURN member.key AS key, properties(r) AS properties
