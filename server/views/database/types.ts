// The types of property values under the names that typed values have.

/** Neo4j's own names, as valueType() gives them. */
const names: Readonly<Record<string, string>> = {
  BOOLEAN: 'Boolean',
  INTEGER: 'Integer',
  FLOAT: 'Float',
  STRING: 'String',
  DATE: 'Date',
  'LOCAL TIME': 'LocalTime',
  'ZONED TIME': 'Time',
  'LOCAL DATETIME': 'LocalDateTime',
  'ZONED DATETIME': 'ZonedDateTime',
  DURATION: 'Duration',
  POINT: 'Point',
};

/** "LIST<STRING NOT NULL> NOT NULL" is List<String>, and List where all of them are empty; a type that is not known here keeps its name. */
export function ofNeo4j(type: string): string {
  const bare = type.replace(/ NOT NULL$/, '');
  const item = /^LIST<(.*)>$/.exec(bare)?.[1];
  if (item !== undefined) return item === 'NOTHING' ? 'List' : `List<${ofNeo4j(item)}>`;
  return names[bare] ?? bare;
}

/** Of a value as the embedded engine gives it: a whole float is an Integer to it. */
export function ofValue(value: unknown): string {
  if (typeof value === 'string') return 'String';
  if (typeof value === 'boolean') return 'Boolean';
  if (typeof value === 'bigint') return 'Integer';
  if (typeof value === 'number') return Number.isInteger(value) ? 'Integer' : 'Float';
  if (Array.isArray(value))
    return value.length === 0 ? 'List' : `List<${[...new Set(value.map(ofValue))].sort().join(' | ')}>`;
  return 'Map';
}
