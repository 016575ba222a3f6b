// Which outlets rest on others the most?
// group: Origins
// Outlets by how many others they cite; reports whose outlet is not named have no place here.
MATCH (outlet:Outlet)-[:CITES]->(cited:Outlet)
RETURN outlet.name AS outlet, count(DISTINCT cited) AS cites
ORDER BY cites DESC, outlet
