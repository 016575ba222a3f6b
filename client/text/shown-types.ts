// What a legend lists: the types of nodes and relations that are shown, and how many of each.
import type { EdgeView, NodeView } from '../../server/schema/view.ts';
import { typeOf } from '../graph/model.ts';

export interface ShownType {
  type: string;
  count: number;
}
export interface ShownRelation extends ShownType {
  /** One of them without its counts, to draw its line by. */
  sample: EdgeView;
}

const byCount = (a: ShownType, b: ShownType): number => b.count - a.count || (a.type < b.type ? -1 : 1);

/** The types of the nodes, the most frequent first. */
export function typesOf(nodes: readonly NodeView[]): ShownType[] {
  const counts = new Map<string, number>();
  for (const node of nodes) counts.set(typeOf(node), (counts.get(typeOf(node)) ?? 0) + 1);
  return [...counts].map(([type, count]) => ({ type, count })).sort(byCount);
}

/** The types of the relations, the most frequent first. */
export function relationTypesOf(edges: readonly EdgeView[]): ShownRelation[] {
  const found = new Map<string, ShownRelation>();
  for (const edge of edges) {
    const known = found.get(edge.type);
    if (known) known.count++;
    else found.set(edge.type, { type: edge.type, count: 1, sample: { ...edge, properties: {} } });
  }
  return [...found.values()].sort(byCount);
}
