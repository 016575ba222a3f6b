// The metrics of a graph, on plain columns: degree, PageRank, betweenness, communities, components.
import { DirectedGraph, UndirectedGraph } from 'graphology';
import louvain from 'graphology-communities-louvain';
import { connectedComponents } from 'graphology-components';
import pagerank from 'graphology-metrics/centrality/pagerank.js';
import { betweenness } from './betweenness.ts';
import { seeded } from './random.ts';

/** One number for each node. Communities and components are numbered from 0, the largest first. */
export interface MetricColumns {
  /** Relations, both ways; a relation to itself counts once. */
  degree: Float64Array;
  /** Shares that sum to 1. */
  pagerank: Float64Array;
  /** From 0 to 1. */
  betweenness: Float64Array;
  community: Float64Array;
  component: Float64Array;
  /** Whether betweenness is an estimate from a sample. */
  sampled: boolean;
}

// The packages are CommonJS with a declared default: at run time the function itself is what is imported.
const pageRank = pagerank as unknown as typeof pagerank.default;
const communities = louvain as unknown as typeof louvain.default;

/** Renumbers parts of a graph: the largest 0; of the same size, the one with the first node. */
function bySize(parts: readonly number[]): Float64Array {
  const sizes = new Map<number, { size: number; first: number }>();
  parts.forEach((part, index) => {
    const known = sizes.get(part);
    if (known) known.size++;
    else sizes.set(part, { size: 1, first: index });
  });
  const order = [...sizes].sort(([, a], [, b]) => b.size - a.size || a.first - b.first);
  const rank = new Map(order.map(([part], index) => [part, index]));
  return Float64Array.from(parts, (part) => rank.get(part) as number);
}

/** `ends` are the positions of both ends of each edge, by turns. Nodes count from 0. */
export function computeMetrics(order: number, ends: Uint32Array): MetricColumns {
  const plain = new UndirectedGraph<object, { weight: number }>();
  const directed = new DirectedGraph<object, { weight: number }>();
  for (let index = 0; index < order; index++) for (const graph of [plain, directed]) graph.addNode(index);
  const degree = new Float64Array(order);
  for (let at = 0; at < ends.length; at += 2) {
    const [from, to] = [ends[at] as number, ends[at + 1] as number];
    degree[from] = (degree[from] as number) + 1;
    if (from === to) continue;
    degree[to] = (degree[to] as number) + 1;
    // Parallel relations are one that weighs more.
    for (const graph of [plain, directed])
      graph.updateEdge(from, to, (attributes) => ({ weight: (attributes.weight ?? 0) + 1 }));
  }
  const indices = Array.from({ length: order }, (_, index) => index);
  const ranks =
    order === 0 ? {} : pageRank(directed, { getEdgeWeight: 'weight', maxIterations: 1000, tolerance: 1e-9 });
  const found = plain.size === 0 ? {} : communities(plain, { getEdgeWeight: 'weight', rng: seeded(order) });
  const components = new Map(
    connectedComponents(plain).flatMap((nodes, index) => nodes.map((node) => [Number(node), index] as const)),
  );
  const between = betweenness(plain);
  return {
    degree,
    pagerank: Float64Array.from(indices, (index) => ranks[index] ?? 0),
    betweenness: between.values,
    community: bySize(indices.map((index) => found[index] ?? order + index)),
    component: bySize(indices.map((index) => components.get(index) ?? index)),
    sampled: between.sampled,
  };
}
