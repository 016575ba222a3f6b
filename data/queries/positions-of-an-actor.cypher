// What does somebody hold on all plans?
// group: Stances
// Every stance that is reported of one person, country, organization or group, with its origins.
// $holder key "Person, country, organization or group" = "country:hu"
MATCH (:Record {key: $holder})-[r:OPPOSES|SUPPORTS|NONCOMMITTAL_ON|DEFERS_ON]->(plan)
RETURN plan.name AS plan, type(r) AS stance, r.originsMin AS least, r.originsMax AS most, r.articles AS articles
ORDER BY plan, stance
