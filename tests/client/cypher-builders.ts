// Typed values for the tests of the Cypher workspace, as Neo4j's Query API writes them.
import type { TypedNode, TypedRelationship, TypedValue } from '../../server/schema/cypher.ts';

/** A plain value with its type; whole numbers are integers. */
export function typed(value: unknown): TypedValue {
  if (value === null) return { $type: 'Null', _value: null };
  if (typeof value === 'boolean') return { $type: 'Boolean', _value: value };
  if (typeof value === 'number') return { $type: Number.isInteger(value) ? 'Integer' : 'Float', _value: String(value) };
  if (typeof value === 'string') return { $type: 'String', _value: value };
  if (Array.isArray(value)) return { $type: 'List', _value: value.map(typed) };
  return { $type: 'Map', _value: properties(value as object) };
}

const properties = (plain: object): Record<string, TypedValue> =>
  Object.fromEntries(Object.entries(plain).map(([name, value]) => [name, typed(value)]));

export const typedNode = (id: string, labels: string[], plain: object): TypedValue & { _value: TypedNode } => ({
  $type: 'Node',
  _value: { _element_id: id, _labels: labels, _properties: properties(plain) },
});

export const typedRelation = (
  id: string,
  type: string,
  from: string,
  to: string,
  plain: object,
): TypedValue & { _value: TypedRelationship } => ({
  $type: 'Relationship',
  _value: {
    _element_id: id,
    _start_node_element_id: from,
    _end_node_element_id: to,
    _type: type,
    _properties: properties(plain),
  },
});
