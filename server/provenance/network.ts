// The trails of a claim as a flow network: articles and classes of sources, circles collapsed, each carrying one unit.
import { type Arcs, componentsOf } from './components.ts';
import { unitFlow } from './flow.ts';
import type { SourceClasses } from './sources.ts';
import type { Trail } from './trail.ts';

/** An article, or a class of sources by its name. */
export interface Vertex {
  readonly key: string;
  readonly isArticle: boolean;
  /** Whether the trail may end here: at a source, or at an article that does not say where it has the claim. */
  isEnd: boolean;
  readonly isIdentified: boolean;
  /** Of a class: the sources of it that the trails reach. */
  readonly sources: Set<string>;
}

export interface Network {
  readonly vertices: readonly Vertex[];
  readonly arcs: Arcs;
  readonly entries: readonly number[];
}

export function networkOf(trail: Trail, classes: SourceClasses): Network {
  const vertices: Vertex[] = [];
  const arcs: Set<number>[] = [];
  const articles = new Map<string, number>();
  const named = new Map<string, number>();
  const add = (numbers: Map<string, number>, vertex: Vertex): number => {
    numbers.set(vertex.key, vertices.length);
    arcs.push(new Set());
    return vertices.push(vertex) - 1;
  };
  const article = (key: string): number =>
    articles.get(key) ??
    add(articles, { key, isArticle: true, isEnd: trail.ends.has(key), isIdentified: false, sources: new Set() });
  const source = (key: string): number => {
    const name = classes.of(key);
    const at =
      named.get(name) ??
      add(named, {
        key: name,
        isArticle: false,
        isEnd: true,
        isIdentified: classes.isIdentified(name),
        sources: new Set(),
      });
    vertices[at]?.sources.add(key);
    return at;
  };
  const entries = new Set(trail.entries.map((entry) => article(entry.article)));
  for (const link of trail.links) {
    arcs[article(link.from)]?.add(link.kind === 'attributed' ? source(link.to) : article(link.to));
  }
  return { vertices, arcs: arcs.map((to) => [...to]), entries: [...entries] };
}

export interface Solved {
  /** The most independent ways to identified ends, and to ends of any kind. */
  readonly identified: number;
  readonly max: number;
  /** The vertices of each component; an arc between two leads to the lower number. */
  readonly members: readonly (readonly number[])[];
  /** The component of each vertex. */
  readonly of: readonly number[];
  /** Numbers of components. */
  readonly cut: readonly number[];
  /** Components without a way out that hold several vertices. */
  readonly circles: readonly number[];
}

/**
 * The last component that all ways from one share: the next ones are passed while there is only one, and the walk ends
 * where a way may end or where two of the next ones are ends. null where ways part that may meet again.
 */
function lastShared(from: number, out: readonly ReadonlySet<number>[], isEnd: (group: number) => boolean) {
  for (let group = from; ; ) {
    const next = [...(out[group] ?? [])];
    const [only = group] = next;
    if (isEnd(group) || next.filter(isEnd).length > 1) return group;
    if (next.length > 1) return null;
    group = only;
  }
}

/** Strongly connected components taken as one vertex each; one without a way out is an end. */
export function solve({ vertices, arcs, entries }: Network): Solved {
  const { of, count } = componentsOf(arcs);
  const members: number[][] = Array.from({ length: count }, () => []);
  const out: Set<number>[] = Array.from({ length: count }, () => new Set());
  of.forEach((group, vertex) => {
    members[group]?.push(vertex);
    for (const to of arcs[vertex] ?? []) {
      const other = of[to] ?? group;
      if (other !== group) out[group]?.add(other);
    }
  });
  const ends: number[] = [];
  const furtherEnds: number[] = [];
  const circles: number[] = [];
  members.forEach((list, group) => {
    const hasWayOut = (out[group]?.size ?? 0) > 0 || list.some((vertex) => vertices[vertex]?.isEnd);
    if (!hasWayOut && list.length > 1) circles.push(group);
    if (list.some((vertex) => vertices[vertex]?.isIdentified)) ends.push(group);
    else if (!hasWayOut || list.some((vertex) => vertices[vertex]?.isEnd)) furtherEnds.push(group);
  });
  const entered = [...new Set(entries.map((vertex) => of[vertex] ?? 0))];
  const ending = new Set([...ends, ...furtherEnds]);
  // From one entry there is one way at most: by far the most claims are such.
  const last = entered.length === 1 ? lastShared(entered[0] ?? 0, out, (group) => ending.has(group)) : null;
  const flow =
    last !== null
      ? { first: Math.min(1, ends.length), total: 1, cut: [last] }
      : unitFlow({ arcs: out.map((to) => [...to]), entries: entered, ends, furtherEnds });
  return { identified: flow.first, max: flow.total, members, of, cut: flow.cut, circles };
}
