// v1-03-marker-key() write none
// One marker only, also when two servers meet in a new database.
CREATE CONSTRAINT hearsay_marker IF NOT EXISTS FOR (n:HearsayMarker) REQUIRE n.key IS UNIQUE
