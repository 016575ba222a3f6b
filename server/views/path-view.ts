// The answer for the shortest paths that were found.
import type { PathsQuery } from '../schema/query.ts';
import type { EdgeView, Paths } from '../schema/view.ts';
import { sortedBy } from './order.ts';
import type { Shortest } from './paths.ts';

/** The first edge of each step, whichever way it points. */
export function stepEdges(sequence: readonly string[], edges: readonly EdgeView[]): string[] {
  return sequence.slice(1).flatMap((key, index) => {
    const before = sequence[index];
    const between = edges.find(
      ({ source, target }) => (source === before && target === key) || (source === key && target === before),
    );
    return between === undefined ? [] : [between.key];
  });
}

/** The answer for node sequences; `edges` are those between their nodes, sorted by key. */
export function pathsView(
  query: PathsQuery,
  { sequences, more }: Shortest,
  nodes: Paths['nodes'],
  edges: readonly EdgeView[],
): Paths {
  const paths = sequences.map((sequence) => ({ nodes: [...sequence], edges: stepEdges(sequence, edges) }));
  const used = new Set(paths.flatMap((path) => path.edges));
  return {
    from: query.from,
    to: query.to,
    maxHops: query.maxHops,
    length: sequences[0] === undefined ? null : sequences[0].length - 1,
    type: query.type ?? null,
    paths,
    more,
    nodes,
    edges: sortedBy(
      edges.filter((edge) => used.has(edge.key)),
      (edge) => [edge.key],
    ),
  };
}
