// Who holds which office?
// group: Actors
// Offices as the reports give them, with the days where they do.
MATCH (person:Person)-[office:HOLDS_OFFICE]->(body:Actor)
RETURN body.name AS body, office.title AS title, person.name AS person, office.from AS from, office.to AS until
ORDER BY body, title, person
