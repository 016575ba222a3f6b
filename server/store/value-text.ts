// Writes values as JSON text: with their types, as Neo4j's Query API does, or plain. Adapters say what each value is.

/** How values are written. What is made of parts takes them as text that is already written, with commas between. */
export interface ValueText {
  readonly nothing: string;
  boolean(value: boolean): string;
  /** A whole number of 64 bits, by its digits. */
  integer(digits: string | number | bigint): string;
  float(value: number): string;
  string(value: string): string;
  /** A value that is written as text in a form of its own, such as a Date. */
  text(type: string, value: string): string;
  list(items: string): string;
  map(entries: string): string;
  node(id: string, labels: readonly string[], properties: string): string;
  relationship(id: string, start: string, end: string, type: string, properties: string): string;
  /** Nodes and relationships in turn. */
  path(items: string): string;
}

/** As the Query API writes a float, which is as Java does: 1.0, 1.0E7, 1.0E-4. */
export function floatText(value: number): string {
  if (value === 0) return Object.is(value, -0) ? '-0.0' : '0.0';
  if (!Number.isFinite(value)) return String(value);
  const size = Math.abs(value);
  if (size >= 1e-3 && size < 1e7) return Number.isInteger(value) ? `${value}.0` : String(value);
  const [digits = '', exponent] = value.toExponential().split('e');
  return `${digits}${digits.includes('.') ? '' : '.0'}E${Number(exponent)}`;
}

const keys = new Map<string, string>();

/** `"key":`, kept, since the same few come in every row. */
export function keyText(key: string): string {
  let text = keys.get(key);
  if (text === undefined) {
    text = `${JSON.stringify(key)}:`;
    if (keys.size < 10_000) keys.set(key, text);
  }
  return text;
}

/** As application/vnd.neo4j.query has them: {"$type", "_value"}. */
export const typedText: ValueText = {
  nothing: '{"$type":"Null","_value":null}',
  boolean: (value) => (value ? '{"$type":"Boolean","_value":true}' : '{"$type":"Boolean","_value":false}'),
  integer: (digits) => `{"$type":"Integer","_value":"${digits}"}`,
  float: (value) => `{"$type":"Float","_value":"${floatText(value)}"}`,
  string: (value) => `{"$type":"String","_value":${JSON.stringify(value)}}`,
  text: (type, value) => `{"$type":"${type}","_value":${JSON.stringify(value)}}`,
  list: (items) => `{"$type":"List","_value":[${items}]}`,
  map: (entries) => `{"$type":"Map","_value":{${entries}}}`,
  node: (id, labels, properties) =>
    `{"$type":"Node","_value":{"_element_id":${JSON.stringify(id)},"_labels":${JSON.stringify(labels)},"_properties":{${properties}}}}`,
  relationship: (id, start, end, type, properties) =>
    `{"$type":"Relationship","_value":{"_element_id":${JSON.stringify(id)},"_start_node_element_id":${JSON.stringify(start)},` +
    `"_end_node_element_id":${JSON.stringify(end)},"_type":${JSON.stringify(type)},"_properties":{${properties}}}}`,
  path: (items) => `{"$type":"Path","_value":[${items}]}`,
};

/** As the Query API answers application/json: whole numbers in all their digits, what JSON has no form for as text. */
export const plainText: ValueText = {
  nothing: 'null',
  boolean: String,
  integer: String,
  float: (value) => (Number.isFinite(value) ? floatText(value) : `"${value}"`),
  string: (value) => JSON.stringify(value),
  text: (type, value) => JSON.stringify(type === 'ZonedDateTime' ? value.replace(/\[.*\]$/, '') : value),
  list: (items) => `[${items}]`,
  map: (entries) => `{${entries}}`,
  node: (id, labels, properties) =>
    `{"elementId":${JSON.stringify(id)},"labels":${JSON.stringify(labels)},"properties":{${properties}}}`,
  relationship: (id, start, end, type, properties) =>
    `{"elementId":${JSON.stringify(id)},"startNodeElementId":${JSON.stringify(start)},` +
    `"endNodeElementId":${JSON.stringify(end)},"type":${JSON.stringify(type)},"properties":{${properties}}}`,
  path: (items) => `[${items}]`,
};
