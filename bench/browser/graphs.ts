// The graphs that the renderers are compared on, and a database that holds one.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { columnsOf } from '../../client/graph/layouts/columns.ts';
import { ForceRun } from '../../client/graph/layouts/force.ts';
import { iterationsAtFirst, seeds } from '../../client/graph/layouts/start.ts';
import { seeded } from '../../client/graph/metrics/random.ts';
import { importMany } from '../../server/ingest/many.ts';
import { projectRoot } from '../../server/root.ts';
import type { GraphView } from '../../server/schema/view.ts';
import { openStore } from '../../server/store/open.ts';

/** Nodes are numbered from 0; an edge is the numbers of its ends. */
export interface Plain {
  name: string;
  order: number;
  edges: [from: number, to: number][];
}

const file = join(projectRoot, '..', 'shared', 'datasets', 'sigma-large-graph.json');

export const hasSigmaGraph = (): boolean => existsSync(file);

/** sigma's own test graph of 10,000 nodes, or its first so many with the relations among them. */
export function sigmaGraph(most = Number.POSITIVE_INFINITY): Plain {
  const { nodes, edges } = JSON.parse(readFileSync(file, 'utf8')) as {
    nodes: { key: string }[];
    edges: { source: string; target: string }[];
  };
  const at = new Map(nodes.slice(0, most).map(({ key }, index) => [key, index]));
  const kept = edges.flatMap(({ source, target }): [number, number][] => {
    const [from, to] = [at.get(source), at.get(target)];
    return from === undefined || to === undefined ? [] : [[from, to]];
  });
  return { name: `sigma’s graph, ${at.size.toLocaleString('en')} nodes`, order: at.size, edges: kept };
}

/** Made up: a node joins earlier ones, half of them near it, so that there are neighbourhoods and hubs; no two edges are alike. */
export function madeUp(order: number, size: number): Plain {
  const next = seeded(20261122);
  const edges = new Map<number, [number, number]>();
  while (edges.size < size) {
    const from = 1 + Math.floor(next() * (order - 1));
    const near = next() < 0.5;
    const to = near ? Math.max(0, from - 1 - Math.floor(next() * 40)) : Math.floor(next() * next() * from);
    edges.set(from * order + to, [from, to]);
  }
  return { name: `made up, ${order.toLocaleString('en')} nodes`, order, edges: [...edges.values()] };
}

const entitiesOf = (items: object): object => ({ format: 'hearsay-entities/1', ...items });
const chunks = <T>(items: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(items.length / size) }, (_, at) => items.slice(at * size, (at + 1) * size));
const keyOf = (index: number): string => `organization:topic-${index}`;

/** Those that join two nodes: an organization is no member of itself. */
export const joining = ({ edges }: Plain): Plain['edges'] => edges.filter(([from, to]) => from !== to);

/** Fills an embedded database by imports: organizations that are members of one another. */
export async function fill(folder: string, graph: Plain): Promise<void> {
  const { order } = graph;
  const numbers = Array.from({ length: order }, (_, index) => index);
  const relations = joining(graph).map(([from, to]) => ({ type: 'MEMBER_OF', start: keyOf(from), end: keyOf(to) }));
  const documents = [
    ...chunks(numbers, 5000).map((some) =>
      entitiesOf({ entities: some.map((n) => ({ type: 'Organization', key: keyOf(n), name: `Topic ${n}` })) }),
    ),
    ...chunks(relations, 5000).map((some) => entitiesOf({ entities: [], relations: some })),
  ];
  const store = await openStore({ kind: 'embedded', folder });
  try {
    await importMany(
      store,
      documents.map((json, index) => ({ file: `part ${index + 1}`, json })),
    );
  } finally {
    await store.close();
  }
}

/** What a page of another renderer is given: the same nodes and relations where Hearsay's page would put them. */
export interface PageGraph {
  nodes: { key: string; label: string; x: number; y: number; size: number; color: string }[];
  edges: { key: string; source: string; target: string }[];
}

export function pageGraph({ nodes, edges }: GraphView): PageGraph {
  const scattered = seeds(nodes.map(({ key }) => key));
  const run = new ForceRun(
    columnsOf(nodes, edges, (key) => scattered.get(key)),
    iterationsAtFirst(nodes.length),
  );
  while (!run.settled) run.step(2);
  const places = run.unfolded();
  const degree = new Map<string, number>();
  for (const { source, target } of edges)
    for (const key of [source, target]) degree.set(key, (degree.get(key) ?? 0) + 1);
  return {
    nodes: nodes.map(({ key, name }, index) => ({
      key,
      label: name,
      x: places[2 * index] as number,
      y: places[2 * index + 1] as number,
      size: Math.min(14, 5 + Math.sqrt(degree.get(key) ?? 0) * 1.4),
      color: '#4c6a92',
    })),
    edges: edges.map(({ key, source, target }) => ({ key, source, target })),
  };
}
