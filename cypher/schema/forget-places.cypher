// forget-places() write none
// Takes the places in the backup away again when all relations are there.
MATCH (n)
WHERE n.hearsayPlace IS NOT NULL
REMOVE n.hearsayPlace
