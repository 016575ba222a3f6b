// The explorer over somebody else's database: a plain graph, read and never written.
import { NotFound } from '../../errors.ts';
import type { EvidenceQuery, GraphQuery, PathsQuery, SearchQuery } from '../../schema/query.ts';
import type { GraphView, Meta, NodeDetail, NodeView, Paths, SearchResult } from '../../schema/view.ts';
import type { Store } from '../../store/port.ts';
import type { DisplaySettings, Explorer } from '../explorer.ts';
import { engineOf, languageModelOf, limitsOf } from '../limits.ts';
import { distinct, sortedBy } from '../order.ts';
import { pathsView } from '../path-view.ts';
import { shortestPaths } from '../paths.ts';
import { captionNames, captionOf, foreignEdge, foreignNode, toId, toKey } from './convert.ts';
import { foreignNeighbours } from './neighbours.ts';
import { refusals, refuseFilter } from './refusals.ts';

export async function foreignNodes(store: Store, keys: readonly string[]): Promise<NodeView[]> {
  const ids = distinct(keys).flatMap((key) => toId(key) ?? []);
  const rows = ids.length === 0 ? [] : await store.read('read/foreign/nodes', { ids });
  return sortedBy(rows.map(foreignNode), (node) => [node.key]);
}

async function one(store: Store, key: string): Promise<NodeView> {
  const [node] = await foreignNodes(store, [key]);
  if (node !== undefined) return node;
  throw new NotFound(`No node has the key "${key.slice(0, 200)}".`, {
    detail:
      'In a database that is not Hearsay’s own, a key is "~" and the engine’s id, good until the database restarts.',
    nearest: [],
  });
}

async function edgesAmong(store: Store, nodes: readonly NodeView[]) {
  const ids = nodes.flatMap((node) => toId(node.key) ?? []);
  const rows = await store.read('read/foreign/edges-among', { ids });
  return sortedBy(rows.map(foreignEdge), (edge) => [edge.key]);
}

async function meta(store: Store, display: DisplaySettings): Promise<Meta> {
  const [labels, types, nodes] = await Promise.all([
    store.read('read/foreign/label-counts', {}),
    store.read('read/foreign/type-counts', {}),
    store.read('read/foreign/node-count', {}),
  ]);
  const edges = types.reduce((sum, row) => sum + row.count, 0);
  return {
    engine: engineOf(store),
    version: display.version,
    model: 'foreign',
    writable: store.capabilities.writable,
    languageModel: languageModelOf(display),
    labels: sortedBy(labels, (row) => [row.label]),
    types: sortedBy(types, (row) => [row.type]).map((row) => ({ ...row, derived: false })),
    counts: { nodes: nodes[0]?.count ?? 0, edges, articles: 0, claims: 0, assertions: 0 },
    limits: limitsOf(store, display),
  };
}

async function graph(store: Store, query: GraphQuery, most: number): Promise<GraphView> {
  refuseFilter(query);
  const limit = Math.min(query.limit ?? most, most);
  const rows = await store.read('read/foreign/sample', { limit: limit + 1 });
  const nodes = sortedBy(rows.slice(0, limit).map(foreignNode), (node) => [node.key]);
  const edges = await edgesAmong(store, nodes);
  // A name may be a label or a type here: whatever it is, nodes with it and edges with it stay.
  const { types } = query;
  const labelled =
    types === undefined ? nodes : nodes.filter((node) => node.labels.some((label) => types.includes(label)));
  const shown = labelled.length === 0 ? nodes : labelled;
  const keys = new Set(shown.map((node) => node.key));
  const joining = edges.filter((edge) => keys.has(edge.source) && keys.has(edge.target));
  const typed = types === undefined ? joining : joining.filter((edge) => types.includes(edge.type));
  return { nodes: shown, edges: typed.length === 0 ? joining : typed, truncated: rows.length > limit };
}

async function search(store: Store, query: SearchQuery): Promise<SearchResult> {
  refuseFilter(query);
  const word = query.q.trim().toLowerCase();
  const rows = await store.read('read/foreign/search', {
    names: captionNames,
    word,
    labels: query.types ?? [],
    limit: 1000,
  });
  const scored = rows.map((row) => {
    const name = captionOf(row);
    const lower = name.toLowerCase();
    const score = lower === word ? 4 : lower.startsWith(word) ? 3 : lower.includes(word) ? 2 : 1;
    return { key: toKey(row.id), labels: foreignNode(row).labels, name, aliases: [], score };
  });
  return { rows: sortedBy(scored, (row) => [String(9 - row.score), row.name, row.key]).slice(0, query.limit) };
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

async function paths(store: Store, query: PathsQuery): Promise<Paths> {
  refuseFilter(query);
  await Promise.all([one(store, query.from), one(store, query.to)]);
  const expand = async (keys: string[]) => {
    const rows = await store.read('read/foreign/expand', { ids: keys.flatMap((key) => toId(key) ?? []) });
    return rows.map((row) => ({ key: toKey(row.key), other: toKey(row.other) }));
  };
  const sequences = await shortestPaths(query.from, query.to, query.maxHops, expand);
  const nodes = await foreignNodes(store, sequences.flat());
  return pathsView(query, sequences, nodes, nodes.length < 2 ? [] : await edgesAmong(store, nodes));
}

export function foreignExplorer(store: Store, display: DisplaySettings): Explorer {
  return {
    ...refusals,
    meta: () => meta(store, display),
    graph: (query) => graph(store, query, display.graphNodes),
    search: (query) => search(store, query),
    node: (key, query) => nodeDetail(store, key, query),
    neighbours: async (key, query) => foreignNeighbours(store, await nodeDetail(store, key, query), query),
    paths: (query) => paths(store, query),
    together: (answers) => answers(),
  };
}
