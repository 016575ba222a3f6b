// Typed values of a query's answer, taken apart: the one place that knows how Neo4j's Query API writes them.
import type { TypedNode, TypedRelationship, TypedValue } from '../../server/schema/cypher.ts';

export type TypedShape =
  | { kind: 'null' }
  /** `type` as on the wire; `text` as it is shown, without quotation marks. */
  | { kind: 'scalar'; type: string; text: string }
  | { kind: 'list'; items: readonly TypedValue[] }
  | { kind: 'map'; entries: readonly (readonly [string, TypedValue])[] }
  | { kind: 'node'; node: TypedNode }
  | { kind: 'relation'; relation: TypedRelationship }
  /** Nodes and relations in turns, as they are passed. */
  | { kind: 'path'; parts: readonly TypedValue[] };

const asList = (value: unknown): readonly TypedValue[] => (Array.isArray(value) ? value : []);

/** "SRID=4326;POINT (12.5 41.9)" as "point(12.5, 41.9), WGS-84"; other text as it is. */
function pointText(text: string): string {
  const systems: Readonly<Record<string, string>> = {
    4326: 'WGS-84',
    4979: 'WGS-84, with height',
    7203: 'Cartesian',
    9157: 'Cartesian, 3D',
  };
  const [, srid = '', places] = /^SRID=(\d+);POINT\s?Z?\s?\(([^)]*)\)$/.exec(text) ?? [];
  if (places === undefined) return text;
  return `point(${places.trim().split(/\s+/).join(', ')}), ${systems[srid] ?? `SRID ${srid}`}`;
}

function scalarText(type: string, value: unknown): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  if (type === 'Point') return pointText(text);
  // Three bytes are four letters, less the filling at the end.
  if (type === 'Base64') return `${Math.floor((text.replace(/=+$/, '').length * 3) / 4)} bytes`;
  return text;
}

/** What a value is; a type that is not known is a scalar with what was sent as its text. */
export function shapeOfTyped({ $type, _value }: TypedValue): TypedShape {
  if ($type === 'Null' || _value === null || _value === undefined) return { kind: 'null' };
  if ($type === 'List') return { kind: 'list', items: asList(_value) };
  if ($type === 'Map') return { kind: 'map', entries: Object.entries(_value as Record<string, TypedValue>) };
  if ($type === 'Node') return { kind: 'node', node: _value as TypedNode };
  if ($type === 'Relationship') return { kind: 'relation', relation: _value as TypedRelationship };
  if ($type === 'Path') return { kind: 'path', parts: asList(_value) };
  return { kind: 'scalar', type: $type, text: scalarText($type, _value) };
}

/** All nodes and relations in a value, however deep, each as often as it stands there. */
export function* entitiesIn(
  value: TypedValue,
): Generator<{ kind: 'node'; node: TypedNode } | { kind: 'relation'; relation: TypedRelationship }> {
  const shape = shapeOfTyped(value);
  if (shape.kind === 'node' || shape.kind === 'relation') yield shape;
  else if (shape.kind === 'list') for (const item of shape.items) yield* entitiesIn(item);
  else if (shape.kind === 'path') for (const part of shape.parts) yield* entitiesIn(part);
  else if (shape.kind === 'map') for (const [, item] of shape.entries) yield* entitiesIn(item);
}

/**
 * A value as plain JSON: whole numbers beyond ±2^53 as text, null for null, times and points as text, a node as its
 * labels and properties, a relation as its ends, type and properties, a path as the list of both; named as the server
 * names them where it answers with plain JSON, and as Neo4j does.
 */
export function plainOf(value: TypedValue): unknown {
  const shape = shapeOfTyped(value);
  switch (shape.kind) {
    case 'null':
      return null;
    case 'list':
      return shape.items.map(plainOf);
    case 'path':
      return shape.parts.map(plainOf);
    case 'map':
      return plainMap(Object.fromEntries(shape.entries));
    case 'node':
      return {
        elementId: shape.node._element_id,
        labels: shape.node._labels,
        properties: plainMap(shape.node._properties),
      };
    case 'relation': {
      const { _element_id, _start_node_element_id, _end_node_element_id, _type, _properties } = shape.relation;
      return {
        elementId: _element_id,
        startNodeElementId: _start_node_element_id,
        endNodeElementId: _end_node_element_id,
        type: _type,
        properties: plainMap(_properties),
      };
    }
    default:
      return plainScalar(shape.type, value._value, shape.text);
  }
}

function plainScalar(type: string, value: unknown, text: string): unknown {
  if (type === 'Boolean') return value === true || value === 'true';
  const number = type === 'Integer' || type === 'Float' ? Number(value) : Number.NaN;
  if (type === 'Integer' && Number.isSafeInteger(number)) return number;
  if (type === 'Float' && Number.isFinite(number)) return number;
  return typeof value === 'string' ? value : text;
}

// A property called __proto__ is one like any other.
const plainMap = (properties: Readonly<Record<string, TypedValue>>): Record<string, unknown> => {
  const plain: Record<string, unknown> = Object.create(null);
  for (const [name, value] of Object.entries(properties)) plain[name] = plainOf(value);
  return plain;
};
