// The filter by what people wrote: only nodes and relations that have notes.
import type { EdgeView, NodeView } from '../../../server/schema/view.ts';

export interface NotedFilter {
  readonly noted: boolean;
}
export const noNotedFilter: NotedFilter = { noted: false };

/** How many notes there are on each node and relation that has any, by key. */
export type NoteCounts = ReadonlyMap<string, number>;

interface Part {
  nodes: NodeView[];
  edges: EdgeView[];
}

/**
 * Nodes with notes and the ends of relations with notes; relations with notes, and those that join two nodes with notes.
 * As long as it is not known what has notes, everything.
 */
export function keepNoted(part: Part, { noted }: NotedFilter, counts: NoteCounts | undefined): Part {
  if (!noted || counts === undefined) return part;
  const edges = part.edges.filter(
    ({ key, source, target }) => counts.has(key) || (counts.has(source) && counts.has(target)),
  );
  const ends = new Set(edges.flatMap(({ source, target }) => [source, target]));
  return { edges, nodes: part.nodes.filter(({ key }) => counts.has(key) || ends.has(key)) };
}
