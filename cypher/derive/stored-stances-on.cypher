// stored-stances-on(targets) read many
// The derived stances on given targets as they are stored: quicker than pair by pair where most of them are asked for.
UNWIND $targets AS target
MATCH (b:Record {key: target})<-[r:OPPOSES|SUPPORTS|NONCOMMITTAL_ON|DEFERS_ON]-(a:Record)
RETURN type(r) AS type, a.key AS source, target AS target, properties(r) AS properties
