// The graph that opens over somebody else's database: what is most connected, no more of it than can be looked at.
import { InvalidRequest } from '../../errors.ts';
import { groupBy } from '../../schema/lists.ts';
import { type GraphQuery, limits } from '../../schema/query.ts';
import type { GraphView } from '../../schema/view.ts';
import type { Store } from '../../store/port.ts';
import { labelCounts } from '../database/counts.ts';
import { compare, distinct, sortedBy } from '../order.ts';
import { foreignEdge, foreignNodesOf } from './convert.ts';
import { captionsOf } from './profile.ts';

interface Candidate {
  id: string;
  labels: readonly string[];
  degree: number;
}

/** Nodes that are gone through for the most connected. A larger database is entered by the first so many of it. */
const window = { neo4j: 200_000, embedded: 20_000 };
/** Relations for each node that may be drawn: more hide one another. */
const edgesPerNode = 3;
/** Relations among the nodes in question that are looked at. */
const mostPairs = 40_000;
/** Of a database that is larger than the window: nodes whose neighbours are fetched, and how many of each. */
const hubs = 60;
const around = 20;

/**
 * The most connected first, each label in proportion: the third of ten Films stands beside the third tenth of the
 * Persons, so that every label is there however far the list is cut. What has no relation comes last.
 */
export function inProportion(candidates: readonly Candidate[]): Candidate[] {
  const groups = groupBy(candidates, ({ labels }) => [...labels].sort(compare).join('\n'));
  const placed = [...groups.values()].flatMap((group) =>
    group
      .sort((a, b) => b.degree - a.degree || compare(a.id, b.id))
      .map((candidate, index) => ({ candidate, share: index / group.length })),
  );
  return placed
    .sort(
      (a, b) =>
        Number(a.candidate.degree === 0) - Number(b.candidate.degree === 0) ||
        a.share - b.share ||
        b.candidate.degree - a.candidate.degree ||
        compare(a.candidate.id, b.candidate.id),
    )
    .map(({ candidate }) => candidate);
}

/** The ids to begin with, in the order in which they are taken until there is enough. */
async function ranked(store: Store, labels: readonly string[], all: number, limit: number): Promise<string[]> {
  const first = window[store.capabilities.engine];
  const rows = await store.read('read/foreign/connected', { window: first, labels: [...labels], most: limit });
  const best = inProportion(rows);
  if (all <= first) return best.map(({ id }) => id);
  // Those that come first in a large database need not be joined to one another: each hub brings what is around it.
  const centres = best.slice(0, hubs).map(({ id }) => id);
  const pairs = await store.read('read/foreign/around', { ids: centres, labels: [...labels], most: around });
  const others = groupBy(pairs, ({ key }) => key);
  const near = centres.flatMap((id) => [id, ...(others.get(id) ?? []).map(({ other }) => other)]);
  return distinct([...near, ...best.map(({ id }) => id)]);
}

/** How many of the ids, from the first on, can be shown with all relations among them. */
export function prefixWithin(
  ids: readonly string[],
  pairs: readonly { source: string; target: string }[],
  mostEdges: number,
): number {
  const place = new Map(ids.map((id, index) => [id, index]));
  const added = new Array<number>(ids.length).fill(0);
  for (const { source, target } of pairs) {
    const later = Math.max(place.get(source) ?? 0, place.get(target) ?? 0);
    added[later] = (added[later] ?? 0) + 1;
  }
  let edges = 0;
  const over = added.findIndex((count) => {
    edges += count;
    return edges > mostEdges;
  });
  return over === -1 ? ids.length : Math.max(1, over);
}

/** The same, asked of the database: of half as many nodes where all have too many relations to look at. */
async function fitting(store: Store, ids: readonly string[], mostEdges: number): Promise<number> {
  const pairs = await store.read('read/foreign/pairs-among', { ids: [...ids], limit: mostPairs + 1 });
  if (pairs.length <= mostPairs || ids.length < 2) return prefixWithin(ids, pairs, mostEdges);
  return fitting(store, ids.slice(0, Math.ceil(ids.length / 2)), mostEdges);
}

/** Without those that nothing joins to the rest, except where a label would be gone with them. */
export function joined<N extends { key: string; labels: readonly string[] }>(
  nodes: readonly N[],
  edges: readonly { source: string; target: string }[],
): N[] {
  const ends = new Set(edges.flatMap(({ source, target }) => [source, target]));
  const labels = new Set(nodes.flatMap((node) => (ends.has(node.key) ? node.labels : [])));
  return nodes.filter((node) => ends.has(node.key) || node.labels.some((label) => !labels.has(label)));
}

/** That so many nodes are not drawn at once, and which label could be asked for alone: the largest that can be. */
async function tooMany(store: Store, most: number): Promise<InvalidRequest> {
  const reason = `at most ${most} nodes are drawn at once here`;
  const counts = (await labelCounts(store)).filter(({ count }) => count <= most);
  const [largest] = counts.sort((a, b) => b.count - a.count || compare(a.label, b.label));
  const example = largest ? `, for example types=${largest.label} (${largest.count} nodes)` : '';
  return new InvalidRequest(`limit: ${reason}.`, {
    detail: `Narrow the graph to some labels with types${example}, or start the server with a higher HEARSAY_GRAPH_NODES.`,
    errors: [{ field: 'limit', reason }],
  });
}

/** The answer; a name in `types` is a label or a relation type, and what has such names is narrowed to them. */
export async function openingGraph(
  store: Store,
  { types, limit: wanted }: GraphQuery,
  most: number,
): Promise<GraphView> {
  if (wanted !== undefined && wanted > most) throw await tooMany(store, most);
  const limit = wanted ?? Math.min(limits.openingNodes, most);
  const [captions, counted] = await Promise.all([captionsOf(store), store.read('read/foreign/node-count', {})]);
  const all = counted[0]?.count ?? 0;
  const labels = (types ?? []).filter((name) => captions.knows(name));
  const order = await ranked(store, labels, all, limit);
  const first = order.slice(0, limit);
  const shown = first.slice(0, await fitting(store, first, edgesPerNode * limit));
  const [nodes, edges] =
    shown.length === 0
      ? [[], []]
      : await Promise.all([
          store.read('read/foreign/nodes', { ids: shown }),
          store.read('read/foreign/edges-among', { ids: shown }),
        ]);
  const typed = edges.filter(({ type }) => types?.includes(type));
  const drawn = (typed.length === 0 ? edges : typed).map(foreignEdge);
  const truncated = shown.length < (labels.length === 0 ? all : order.length);
  const views = sortedBy(foreignNodesOf(nodes, captions), (node) => [node.key]);
  return {
    nodes: truncated && drawn.length > 0 ? joined(views, drawn) : views,
    edges: sortedBy(drawn, (edge) => [edge.key]),
    truncated,
  };
}
