// The explorer over somebody else's database: a plain graph, read and never written.
import { LimitExceeded, NotFound } from '../../errors.ts';
import type { EvidenceQuery, PathsQuery } from '../../schema/query.ts';
import type { Meta, NodeDetail, NodeView, Paths } from '../../schema/view.ts';
import type { Store } from '../../store/port.ts';
import { labelCounts, typeCounts } from '../database/counts.ts';
import type { DisplaySettings, Explorer } from '../explorer.ts';
import { engineOf, languageModelOf, limitsOf } from '../limits.ts';
import { distinct, sortedBy } from '../order.ts';
import { pathsView } from '../path-view.ts';
import { shortestPaths } from '../paths.ts';
import { foreignEdge, foreignNode, foreignNodesOf, toId, toKey } from './convert.ts';
import { manyForeignNodes } from './many-nodes.ts';
import { matchForeignNames } from './match-names.ts';
import { foreignNeighbours } from './neighbours.ts';
import { openingGraph } from './opening.ts';
import { captionsOf } from './profile.ts';
import { refusals, refuseFilter } from './refusals.ts';
import { foreignSearch } from './search.ts';

/** Pairs of neighbours that one step of a path search may bring; of more there are too many ways. */
const mostPairs = 300_000;

export async function foreignNodes(store: Store, keys: readonly string[]): Promise<NodeView[]> {
  const ids = distinct(keys).flatMap((key) => toId(key) ?? []);
  const rows = ids.length === 0 ? [] : await store.read('read/foreign/nodes', { ids });
  return sortedBy(foreignNodesOf(rows, await captionsOf(store)), (node) => [node.key]);
}

async function one(store: Store, key: string): Promise<NodeView> {
  const id = toId(key);
  const [row] = id === null ? [] : await store.read('read/foreign/nodes', { ids: [id] });
  if (row !== undefined) return foreignNode(row, await captionsOf(store), true);
  throw new NotFound(`No node has the key "${key.slice(0, 200)}".`, {
    detail:
      'In a database that is not Hearsay’s own, a key is "~" and the engine’s id, good until the database restarts.',
    nearest: [],
  });
}

export async function edgesAmong(store: Store, nodes: readonly NodeView[]) {
  const ids = nodes.flatMap((node) => toId(node.key) ?? []);
  const rows = await store.read('read/foreign/edges-among', { ids });
  return sortedBy(rows.map(foreignEdge), (edge) => [edge.key]);
}

async function meta(store: Store, display: DisplaySettings): Promise<Meta> {
  const [labels, types, nodes, captions] = await Promise.all([
    labelCounts(store),
    typeCounts(store),
    store.read('read/foreign/node-count', {}),
    captionsOf(store),
  ]);
  const edges = types.reduce((sum, row) => sum + row.count, 0);
  return {
    engine: engineOf(store),
    version: display.version,
    model: 'foreign',
    writable: store.capabilities.writable,
    languageModel: languageModelOf(display),
    labels: sortedBy(labels, (row) => [row.label]).map((row) => ({
      ...row,
      captions: captions.sourcesOf(row.label).map((source) => [...source]),
    })),
    types: sortedBy(types, (row) => [row.type]).map((row) => ({ ...row, derived: false })),
    counts: { nodes: nodes[0]?.count ?? 0, edges, articles: 0, claims: 0, assertions: 0 },
    limits: limitsOf(store, display),
  };
}

async function nodeDetail(store: Store, key: string, query: EvidenceQuery): Promise<NodeDetail> {
  refuseFilter(query);
  const node = await one(store, key);
  const rows = await store.read('read/foreign/degree', { id: toId(key) ?? '' });
  return {
    node,
    degree: sortedBy(rows, (row) => [row.type, row.direction]).map((row) => ({ ...row, derived: false })),
  };
}

const tooMany = (): LimitExceeded =>
  new LimitExceeded('memory-limit', 'Too many relations lie between the two.', {
    detail: `More than ${mostPairs} pairs of neighbours would have to be looked at; a smaller maxHops helps.`,
  });

async function paths(store: Store, query: PathsQuery): Promise<Paths> {
  refuseFilter(query);
  await Promise.all([one(store, query.from), one(store, query.to)]);
  const types = query.type === undefined ? [] : [query.type];
  const expand = async (keys: string[]) => {
    const ids = keys.flatMap((key) => toId(key) ?? []);
    const rows = await store.read('read/foreign/expand', { ids, types, limit: mostPairs + 1 });
    if (rows.length > mostPairs) throw tooMany();
    return rows.map((row) => ({ key: toKey(row.key), other: toKey(row.other) }));
  };
  const shortest = await shortestPaths(query.from, query.to, query.maxHops, expand);
  const nodes = await foreignNodes(store, shortest.sequences.flat());
  const edges = nodes.length < 2 ? [] : await edgesAmong(store, nodes);
  const followed = edges.filter(({ type }) => query.type === undefined || type === query.type);
  return pathsView(query, shortest, nodes, followed);
}

export function foreignExplorer(store: Store, display: DisplaySettings): Explorer {
  return {
    ...refusals,
    meta: () => meta(store, display),
    graph: async (query) => {
      refuseFilter(query);
      return openingGraph(store, query, display.graphNodes);
    },
    search: async (query) => {
      refuseFilter(query);
      return foreignSearch(store, query);
    },
    matchNames: (request) => matchForeignNames(store, request),
    node: (key, query) => nodeDetail(store, key, query),
    nodes: async (request, query) => {
      refuseFilter(query);
      return manyForeignNodes(store, request);
    },
    neighbours: async (key, query) => foreignNeighbours(store, await nodeDetail(store, key, query), query),
    paths: (query) => paths(store, query),
    together: (answers) => answers(),
  };
}
