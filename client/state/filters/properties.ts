// Filters by any property of a type of nodes or relations.
import type { EdgeView, NodeView } from '../../../server/schema/view.ts';
import { type Dataset, typeOf } from '../../graph/model.ts';
import { compareText, foldText } from '../../text/fold.ts';

export const operators = ['is', 'contains', 'least', 'most', 'exists'] as const;
export type Operator = (typeof operators)[number];

/** What a property of one type must be; nodes and relations of other types are not asked. */
export interface PropertyTest {
  readonly on: 'node' | 'relation';
  readonly type: string;
  readonly name: string;
  readonly operator: Operator;
  /** As written; empty for `exists`. */
  readonly value: string;
}
export interface PropertyFilter {
  readonly where: readonly PropertyTest[];
}
export const noPropertyFilter: PropertyFilter = { where: [] };

type Value = NodeView['properties'][string];

/** Both as numbers where both are, else as text whose case and accents do not count. */
function order(a: string | number | boolean, b: string): number {
  const [x, y] = [Number(a), Number(b)];
  if (typeof a !== 'boolean' && String(a).trim() !== '' && b.trim() !== '' && !Number.isNaN(x) && !Number.isNaN(y))
    return x - y;
  return compareText(foldText(String(a)), foldText(b));
}

/** Whether a value passes; of a list one item is enough. */
export function valuePasses(value: Value | undefined, operator: Operator, wanted: string): boolean {
  if (value === undefined || value === null) return false;
  const items = Array.isArray(value) ? value : [value];
  if (operator === 'exists') return items.length > 0;
  return items.some((item) => {
    if (operator === 'contains') return foldText(String(item)).includes(foldText(wanted));
    const by = order(item, wanted);
    return operator === 'is' ? by === 0 : operator === 'least' ? by >= 0 : by <= 0;
  });
}

export const nodeTestsPass = (node: NodeView, { where }: PropertyFilter): boolean =>
  where.every(
    (test) =>
      test.on !== 'node' ||
      test.type !== typeOf(node) ||
      valuePasses(node.properties[test.name], test.operator, test.value),
  );

export const relationTestsPass = (edge: EdgeView, { where }: PropertyFilter): boolean =>
  where.every(
    (test) =>
      test.on !== 'relation' ||
      test.type !== edge.type ||
      valuePasses(edge.properties[test.name], test.operator, test.value),
  );

export interface PropertyChoice {
  readonly on: PropertyTest['on'];
  readonly type: string;
  readonly name: string;
  /** How many of the type have it. */
  readonly count: number;
}

/** The properties there are, by type; within a type the most frequent first. */
export function propertyChoices({ nodes, edges }: Dataset): PropertyChoice[] {
  const counts = new Map<string, { on: PropertyTest['on']; type: string; name: string; count: number }>();
  const see = (on: PropertyTest['on'], type: string, properties: NodeView['properties']) => {
    for (const [name, value] of Object.entries(properties)) {
      if (value === null) continue;
      const id = `${on}\n${type}\n${name}`;
      const known = counts.get(id);
      if (known) known.count++;
      else counts.set(id, { on, type, name, count: 1 });
    }
  };
  for (const node of nodes.values()) see('node', typeOf(node), node.properties);
  for (const edge of edges.values()) see('relation', edge.type, edge.properties);
  return [...counts.values()].sort(
    (a, b) =>
      compareText(a.on, b.on) || compareText(a.type, b.type) || b.count - a.count || compareText(a.name, b.name),
  );
}
