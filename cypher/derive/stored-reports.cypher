// stored-reports(claims) read many
// The derived reports of given claims as they are stored.
UNWIND $claims AS claim
MATCH (c:Record {key: claim})<-[r:REPORTS]-(o:Outlet)
RETURN type(r) AS type, o.key AS source, claim AS target, properties(r) AS properties
