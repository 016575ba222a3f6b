// Names the cut: which articles and sources must go for the support to go.
import { compare } from '../schema/lists.ts';
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

/** The keys of the cut, sorted: an article, the first source of a class, and of a circle as many as it takes. */
export function cutKeys(network: Network, solved: Solved): string[] {
  const keys = solved.cut.flatMap((group) => {
    const [first = 0, ...others] = solved.members[group] ?? [];
    if (others.length > 0) return ofCircle(group, network, solved);
    const vertex = network.vertices[first];
    if (vertex === undefined) return [];
    return vertex.isArticle ? [vertex.key] : [...vertex.sources].sort(compare).slice(0, 1);
  });
  return keys.sort(compare);
}
