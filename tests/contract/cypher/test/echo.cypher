// echo(value) read one
// The value as the engine gives it back.
RETURN $value AS value
