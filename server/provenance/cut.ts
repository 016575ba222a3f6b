// Names the cut: which articles and sources must go for the support to go.
import { compare } from '../schema/lists.ts';
import type { Arcs } from './components.ts';
import type { Network, Solved } from './network.ts';

/**
 * Of articles that relay each other and count as one, enough that the others fall with them: all that lead further, or
 * name a source, and where the rest still relays in a circle, of each circle the one that most of them relay.
 */
function ofCircle(group: number, { vertices, arcs }: Network, { members, of }: Solved): string[] {
  const inside = members[group] ?? [];
  const isLeft = new Set(inside);
  const within = (vertex: number): number[] => (arcs[vertex] ?? []).filter((to) => of[to] === group);
  const onward = new Map(inside.map((vertex) => [vertex, within(vertex).length]));
  const relayedBy = new Map<number, number[]>(inside.map((vertex) => [vertex, []]));
  for (const vertex of inside) for (const to of within(vertex)) relayedBy.get(to)?.push(vertex);
  const drop = (dropped: number[]): void => {
    for (const vertex of dropped) isLeft.delete(vertex);
    for (let head = 0; head < dropped.length; head++) {
      for (const from of relayedBy.get(dropped[head] ?? -1) ?? []) {
        const left = (onward.get(from) ?? 0) - 1;
        onward.set(from, left);
        if (left === 0 && isLeft.delete(from)) dropped.push(from);
      }
    }
  };
  const key = (vertex: number): string => vertices[vertex]?.key ?? '';
  const leads = (vertex: number): boolean =>
    vertices[vertex]?.isEnd === true || within(vertex).length < (arcs[vertex]?.length ?? 0);
  const relayed = (vertex: number): number => relayedBy.get(vertex)?.length ?? 0;
  const further = inside.filter(leads);
  const rest = inside
    .filter((vertex) => !leads(vertex))
    .sort((a, b) => relayed(b) - relayed(a) || compare(key(a), key(b)));
  const named = [...further];
  drop([...further]);
  for (const vertex of rest) {
    if (!isLeft.has(vertex)) continue;
    named.push(vertex);
    drop([vertex]);
  }
  return named.map(key);
}

/** A member of the cut: vertices of the network, by number. */
export interface CutMember {
  /** What must go: an article, a class of sources, and of a circle of articles as many as it takes. */
  readonly keys: readonly string[];
  /** All vertices that count as this one. */
  readonly vertices: readonly number[];
  /** Whether it is articles that relay only each other. */
  readonly isCircular: boolean;
  /** Of a source: the articles that name it, by number. */
  readonly namedBy: readonly number[];
}

/** The vertices with an arc to each of these. */
function leadingTo(wanted: readonly number[], arcs: Arcs): Map<number, number[]> {
  const found = new Map<number, number[]>(wanted.map((at) => [at, []]));
  if (wanted.length > 0) {
    arcs.forEach((targets, from) => {
      for (const to of targets) found.get(to)?.push(from);
    });
  }
  return found;
}

/**
 * The members of the cut. Whatever leads to a source that a single article names passes that article, so the article
 * stands in its place; no two sources of a smallest cut can have the same one.
 */
export function cutOf(network: Network, solved: Solved): CutMember[] {
  const { vertices, arcs } = network;
  const inCut = solved.cut.flatMap((group) => solved.members[group] ?? []);
  const naming = leadingTo(
    inCut.filter((at) => vertices[at]?.isArticle === false),
    arcs,
  );
  const circles = new Set(solved.circles);
  return solved.cut.map((group): CutMember => {
    const inside = solved.members[group] ?? [];
    const [first = 0, ...others] = inside;
    if (others.length > 0) {
      const keys = ofCircle(group, network, solved).sort(compare);
      return { keys, vertices: inside, isCircular: circles.has(group), namedBy: [] };
    }
    const namedBy = naming.get(first) ?? [];
    const [by = first] = namedBy;
    const at = namedBy.length === 1 ? by : first;
    const { key = '', sources = new Set<string>() } = vertices[at] ?? {};
    if (sources.size === 0) return { keys: [key], vertices: [at], isCircular: false, namedBy: [] };
    return { keys: [...sources].sort(compare).slice(0, 1), vertices: [at], isCircular: false, namedBy };
  });
}

/** The keys of the cut, sorted: an article, the first source of a class, and of a circle as many as it takes. */
export const cutKeys = (network: Network, solved: Solved): string[] =>
  cutOf(network, solved)
    .flatMap(({ keys }) => keys)
    .sort(compare);
