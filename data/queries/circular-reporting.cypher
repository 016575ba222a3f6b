// Do outlets cite each other in a circle?
// group: Origins
// Ways of at most four citations that lead back to where they began. No row is good news.
MATCH circle = (outlet:Outlet)-[:CITES*2..4]->(outlet)
RETURN outlet.name AS outlet, length(circle) AS citations, circle
ORDER BY citations, outlet
