// The shortest ways between two records: between entities over what the explorer draws, otherwise over everything.
import type { PathsQuery } from '../../schema/query.ts';
import type { EdgeView, Paths } from '../../schema/view.ts';
import type { Reader } from '../../store/port.ts';
import { edgeViews } from '../edge.ts';
import { allTypes, entityLabels, explorerTypes } from '../kinds.ts';
import { sortedBy } from '../order.ts';
import { shortestPaths } from '../paths.ts';
import { loadNode, loadNodes } from './load.ts';

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
  sequences: readonly string[][],
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
    paths,
    nodes,
    edges: sortedBy(
      edges.filter((edge) => used.has(edge.key)),
      (edge) => [edge.key],
    ),
  };
}

export async function paths(store: Reader, query: PathsQuery): Promise<Paths> {
  const ends = [await loadNode(store, query.from), await loadNode(store, query.to)];
  const entities = ends.every((node) => entityLabels.includes(node.labels[0] ?? ''));
  const types = [...(entities ? explorerTypes : allTypes)];
  const sequences = await shortestPaths(query.from, query.to, query.maxHops, (keys) =>
    store.read('read/expand', { keys, types }),
  );
  const keys = [...new Set(sequences.flat())];
  const edges = keys.length < 2 ? [] : edgeViews(await store.read('read/edges-among', { keys, types }));
  return pathsView(query, sequences, await loadNodes(store, keys), edges);
}
