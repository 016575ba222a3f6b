// The graph to draw: the explorer's, the evidence's or both, filtered and cut to the display limit.
import { inTurns } from '../../evidence/in-turns.ts';
import type { GraphQuery } from '../../schema/query.ts';
import { each, type Steps, sortSteps } from '../../schema/steps.ts';
import type { EdgeView, GraphView, NodeView } from '../../schema/view.ts';
import type { Reader, Store } from '../../store/port.ts';
import { edgeViewSteps } from '../edge.ts';
import {
  allLabels,
  allTypes,
  checkKnown,
  claimRelations,
  derivedTypes,
  entityRelations,
  evidenceRelations,
  explorerTypes,
} from '../kinds.ts';
import { nodeView } from '../node.ts';
import { compare } from '../order.ts';
import { type Filtered, filteredBy } from './evidence-filter.ts';
import { type Drawn, keepCounting } from './keep-counting.ts';
import { loadAs } from './load.ts';
import { keepStances } from './stance-filter.ts';

async function nodesOf(store: Reader, view: GraphQuery['view'], claims: boolean): Promise<NodeView[]> {
  const rows = await Promise.all([
    store.read('read/graph/entities', {}),
    claims ? store.read('read/graph/claims', {}) : [],
    view === 'explorer' ? [] : store.read('read/graph/records', {}),
  ]);
  return rows.flat().map(nodeView);
}

/** The types of relations a view draws. */
function typesOf(view: GraphQuery['view'], claims: boolean): readonly string[] {
  if (view === 'all') return allTypes;
  if (view === 'evidence') return [...entityRelations, ...evidenceRelations];
  return claims ? [...explorerTypes, 'REPORTS', ...claimRelations] : explorerTypes;
}

async function edgesOf(store: Reader, types: readonly string[], filtered: Filtered | null): Promise<EdgeView[]> {
  const isDerived = (type: string) => derivedTypes.includes(type);
  const stored = filtered === null ? [...types] : types.filter((type) => !isDerived(type));
  const fromRecords = stored.some((type) => evidenceRelations.includes(type));
  const rows = await Promise.all([
    store.read('read/graph/entity-edges', { types: stored }),
    fromRecords ? store.read('read/graph/record-edges', { types: stored }) : [],
  ]);
  const edges = await inTurns(edgeViewSteps(rows.flat()));
  if (filtered === null) return edges;
  const derived = filtered.derived.filter(({ type }) => types.includes(type));
  return [...edges.filter(filtered.relation), ...(await inTurns(edgeViewSteps(derived)))];
}

/** Edges whose two ends are drawn. */
function between(nodes: readonly NodeView[], edges: readonly EdgeView[]): EdgeView[] {
  const keys = new Set(nodes.map((node) => node.key));
  return edges.filter((edge) => keys.has(edge.source) && keys.has(edge.target));
}

function keepTypes(drawn: Drawn, types: readonly string[] | undefined): Drawn {
  const labels = types?.filter((type) => allLabels.includes(type)) ?? [];
  const relations = types?.filter((type) => allTypes.includes(type)) ?? [];
  const nodes = labels.length === 0 ? drawn.nodes : drawn.nodes.filter((node) => labels.includes(node.labels[0] ?? ''));
  const edges = relations.length === 0 ? drawn.edges : drawn.edges.filter((edge) => relations.includes(edge.type));
  return { nodes, edges: between(nodes, edges) };
}

/** The nodes with the most edges, of equals the first by key; all sorted by key. */
function* cutSteps({ nodes, edges }: Drawn, limit: number): Steps<GraphView> {
  const byKey = (a: { key: string }, b: { key: string }): number => compare(a.key, b.key);
  if (nodes.length <= limit) {
    return { nodes: yield* sortSteps(nodes, byKey), edges: yield* sortSteps(edges, byKey), truncated: false };
  }
  const degree = new Map<string, number>();
  yield* each(edges, ({ source, target }) => {
    for (const end of [source, target]) degree.set(end, (degree.get(end) ?? 0) + 1);
  });
  const degreeOf = ({ key }: NodeView): number => degree.get(key) ?? 0;
  const ranked = yield* sortSteps(nodes, (a, b) => degreeOf(b) - degreeOf(a) || byKey(a, b));
  const drawn = ranked.slice(0, limit);
  const left = yield* sortSteps(between(drawn, edges), byKey);
  return { nodes: yield* sortSteps(drawn, byKey), edges: left, truncated: true };
}

export async function graph(store: Store, query: GraphQuery, limit: number): Promise<GraphView> {
  checkKnown('types', query.types, [...allLabels, ...allTypes]);
  for (const plan of query.plan ?? []) await loadAs(store, 'plan', plan);
  const claims =
    query.view !== 'explorer' || (query.types?.some((type) => type === 'Claim' || type === 'REPORTS') ?? false);
  const filtered = await filteredBy(store, query);
  const [nodes, edges] = await Promise.all([
    nodesOf(store, query.view, claims),
    edgesOf(store, typesOf(query.view, claims), filtered),
  ]);
  const complete = { nodes, edges: between(nodes, edges) };
  const counting = filtered === null ? complete : keepCounting(complete, filtered);
  const positions = keepStances(counting, query);
  return inTurns(cutSteps(keepTypes(positions, query.types), Math.min(query.limit ?? limit, limit)));
}
