// v1-01-record-key() write none
// Every record has a key of its own.
CREATE CONSTRAINT hearsay_key IF NOT EXISTS FOR (n:Record) REQUIRE n.key IS UNIQUE
