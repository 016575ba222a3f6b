// property-keys() read many
// The names of all properties that any node or relation has, or had.
CALL db.propertyKeys() YIELD propertyKey
RETURN propertyKey AS name
