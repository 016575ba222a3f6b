// Filters by how nodes are joined on the canvas: nearness to a node, connected component, degree.
import type { EdgeView, NodeView } from '../../../server/schema/view.ts';
import { otherEnd } from '../../graph/model.ts';

export interface StructureFilter {
  /** Only what lies within so many relations of this node, whatever their direction. */
  readonly near: { readonly key: string; readonly hops: number } | null;
  /** Only what is joined to this node, over however many relations. */
  readonly component: string | null;
  /** Only components of so many nodes and more. 0: any. */
  readonly componentSize: number;
  /** Only nodes with so many relations and more to others of what is left. 0: any. */
  readonly degree: number;
}
export const noStructureFilter: StructureFilter = { near: null, component: null, componentSize: 0, degree: 0 };
export const mostHops = 6;

interface Part {
  nodes: readonly NodeView[];
  edges: readonly EdgeView[];
}

export const filtersStructure = ({ near, component, componentSize, degree }: StructureFilter): boolean =>
  near !== null || component !== null || componentSize > 0 || degree > 0;

function linksOf({ nodes, edges }: Part): Map<string, string[]> {
  const links = new Map<string, string[]>(nodes.map(({ key }) => [key, []]));
  for (const edge of edges) {
    links.get(edge.source)?.push(otherEnd(edge, edge.source));
    links.get(edge.target)?.push(otherEnd(edge, edge.target));
  }
  return links;
}

/** What lies within `hops` of a node, itself included; nothing where it is not there. */
export function within(links: ReadonlyMap<string, readonly string[]>, start: string, hops: number): Set<string> {
  const found = new Set(links.has(start) ? [start] : []);
  let edge = [...found];
  for (let hop = 0; hop < hops && edge.length > 0; hop++) {
    const next: string[] = [];
    for (const key of edge)
      for (const other of links.get(key) ?? []) {
        if (found.has(other)) continue;
        found.add(other);
        next.push(other);
      }
    edge = next;
  }
  return found;
}

/** The connected components, whatever the direction of the relations. */
export function componentsOf(part: Part): Set<string>[] {
  const links = linksOf(part);
  const seen = new Set<string>();
  const components: Set<string>[] = [];
  for (const key of links.keys()) {
    if (seen.has(key)) continue;
    const found = within(links, key, Number.POSITIVE_INFINITY);
    for (const one of found) seen.add(one);
    components.push(found);
  }
  return components;
}

/** The relations of each node to others; one to itself joins it to nothing. */
export function degreesOf({ nodes, edges }: Part): Map<string, number> {
  const degrees = new Map(nodes.map(({ key }) => [key, 0]));
  for (const { source, target } of edges) {
    if (source === target) continue;
    degrees.set(source, (degrees.get(source) ?? 0) + 1);
    degrees.set(target, (degrees.get(target) ?? 0) + 1);
  }
  return degrees;
}

const keepOnly = ({ nodes, edges }: Part, keeps: (key: string) => boolean): Part => ({
  nodes: nodes.filter(({ key }) => keeps(key)),
  edges: edges.filter(({ source, target }) => keeps(source) && keeps(target)),
});

/** What the filter leaves, one part after the other: nearness, component, size, and degree in what these left. */
export function keepStructure(part: Part, { near, component, componentSize, degree }: StructureFilter): Part {
  let left = part;
  if (near !== null) {
    const found = within(linksOf(left), near.key, near.hops);
    left = keepOnly(left, (key) => found.has(key));
  }
  if (component !== null) {
    const found = within(linksOf(left), component, Number.POSITIVE_INFINITY);
    left = keepOnly(left, (key) => found.has(key));
  }
  if (componentSize > 0) {
    const large = new Set(componentsOf(left).flatMap((one) => (one.size >= componentSize ? [...one] : [])));
    left = keepOnly(left, (key) => large.has(key));
  }
  if (degree > 0) {
    const degrees = degreesOf(left);
    left = keepOnly(left, (key) => (degrees.get(key) ?? 0) >= degree);
  }
  return left;
}
