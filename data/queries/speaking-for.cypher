// Who speaks for whom?
// group: Actors
// Persons whose words stand for a country or an organization, with their office there and the number of assertions.
MATCH (a:Assertion)-[:ON_BEHALF_OF]->(actor:Actor)
MATCH (a)-[:ATTRIBUTED_TO]->(:Source)-[:IDENTIFIED_AS]->(person:Person)
WITH person, actor, count(DISTINCT a) AS assertions
OPTIONAL MATCH (person)-[office:HOLDS_OFFICE]->(actor)
RETURN person.name AS person, actor.name AS speaksFor, assertions, min(office.title) AS office
ORDER BY assertions DESC, person
