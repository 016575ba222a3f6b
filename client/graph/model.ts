// The data as loaded: nodes and edges by key, with the few questions everything else asks of them.
import type { EdgeView, NodeView } from '../../server/schema/view.ts';
import { type StanceName, stanceOfType, stances } from '../text/words.ts';

/** Everything the page has loaded; never changed in place. */
export interface Dataset {
  readonly nodes: ReadonlyMap<string, NodeView>;
  readonly edges: ReadonlyMap<string, EdgeView>;
  /** Nodes fetched beyond the explorer's graph: shown only where somebody put them on the canvas. */
  readonly extra: ReadonlySet<string>;
}

export const emptyDataset: Dataset = { nodes: new Map(), edges: new Map(), extra: new Set() };

/** A new dataset with the nodes and edges added; the later version of a key counts. Edges without both ends are left out. */
export function merge(dataset: Dataset, nodes: readonly NodeView[], edges: readonly EdgeView[]): Dataset {
  const allNodes = new Map(dataset.nodes);
  for (const node of nodes) allNodes.set(node.key, node);
  const allEdges = new Map(dataset.edges);
  for (const edge of edges) if (allNodes.has(edge.source) && allNodes.has(edge.target)) allEdges.set(edge.key, edge);
  return { nodes: allNodes, edges: allEdges, extra: dataset.extra };
}

/** As `merge`, for what was fetched beyond the explorer's graph. */
export function extend(dataset: Dataset, nodes: readonly NodeView[], edges: readonly EdgeView[]): Dataset {
  const fresh = nodes.filter((node) => !dataset.nodes.has(node.key)).map((node) => node.key);
  return { ...merge(dataset, nodes, edges), extra: new Set([...dataset.extra, ...fresh]) };
}

/** The node's type: its first label. */
export const typeOf = (node: NodeView): string => node.labels[0] ?? 'Node';

/** Whether a node or an edge is of somebody else's database: its key says so. */
export const isPlain = ({ key }: { key: string }): boolean => key.startsWith('~');

/** The node's type where it is one of Hearsay's own model; a label of another that has its name means something else. */
export const ownTypeOf = (node: NodeView): string | undefined => (isPlain(node) ? undefined : typeOf(node));

/** The stance that an edge draws, or undefined for every other relation. */
export const stanceOf = (edge: Pick<EdgeView, 'type' | 'key'>): StanceName | undefined =>
  isPlain(edge) ? undefined : stanceOfType[edge.type];

/** How many articles say what the edge draws; 0 where it is not counted. */
export function articlesOf(edge: EdgeView): number {
  if (isPlain(edge)) return 0;
  const value = edge.properties.articles;
  return typeof value === 'number' ? value : 0;
}

/** A property that is text, or undefined. */
export function textOf(of: { properties: NodeView['properties'] }, name: string): string | undefined {
  const value = of.properties[name];
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** Edges by the key of either end, each list in the dataset's order. */
export function adjacency(dataset: Dataset): Map<string, EdgeView[]> {
  const lists = new Map<string, EdgeView[]>();
  const put = (key: string, edge: EdgeView) => {
    const list = lists.get(key);
    if (list) list.push(edge);
    else lists.set(key, [edge]);
  };
  for (const edge of dataset.edges.values()) {
    put(edge.source, edge);
    if (edge.target !== edge.source) put(edge.target, edge);
  }
  return lists;
}

/** The other end of an edge. */
export const otherEnd = (edge: Pick<EdgeView, 'source' | 'target'>, key: string): string =>
  edge.source === key ? edge.target : edge.source;

/** The plans, the one with most stance edges first; ties by key. */
export function plansByStances(dataset: Dataset): { key: string; name: string; stances: number }[] {
  const counts = new Map<string, number>();
  for (const edge of dataset.edges.values())
    if (stanceOf(edge)) counts.set(edge.target, (counts.get(edge.target) ?? 0) + 1);
  return [...dataset.nodes.values()]
    .filter((node) => ownTypeOf(node) === 'Plan')
    .map((node) => ({ key: node.key, name: node.name, stances: counts.get(node.key) ?? 0 }))
    .sort((a, b) => b.stances - a.stances || (a.key < b.key ? -1 : 1));
}

/** The plans worth a place in the middle: two positions or more, and a tenth of the first's. The rest are lesser plans. */
export function mainPlans(dataset: Dataset): Set<string> {
  const plans = plansByStances(dataset);
  const least = Math.max(2, (plans[0]?.stances ?? 0) / 10);
  return new Set(plans.filter((plan, index) => index === 0 || plan.stances >= least).map((plan) => plan.key));
}

/** The plan that the page opens on, or undefined where there is none. */
export const mainPlan = (dataset: Dataset): string | undefined => plansByStances(dataset)[0]?.key;

/** Every actor with a stance edge on one of `plans`, and the stance that most articles give it, on the first plan if on that. */
export function positions(dataset: Dataset, plans: ReadonlySet<string>): Map<string, StanceName> {
  const [first] = plans;
  const best = new Map<string, { stance: StanceName; weight: number }>();
  for (const edge of dataset.edges.values()) {
    const stance = stanceOf(edge);
    if (!stance || !plans.has(edge.target)) continue;
    const weight = (edge.target === first ? 1_000_000 : 0) + articlesOf(edge) * 10 - stances.indexOf(stance);
    const known = best.get(edge.source);
    if (!known || weight > known.weight) best.set(edge.source, { stance, weight });
  }
  return new Map([...best].map(([key, { stance }]) => [key, stance]));
}
