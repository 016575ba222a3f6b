// The same network as it is when the outlets of one owner are taken as one.
import type { EvidenceArticle } from '../schema/evidence.ts';
import type { Arcs } from './components.ts';
import { type Network, type Solved, solve, type Vertex } from './network.ts';

/** Who answers for the article: the owner of its outlet, where unknown the outlet; null where that is unknown too. */
const ownerOf = (article: EvidenceArticle | undefined): string | null => article?.owner ?? article?.outlet ?? null;

/**
 * The arcs that a shortest way from the entries can use: one that comes to an entry, or to what collapses into one, is
 * longer than that entry's own. So a republication, or two articles that relay each other and an entry, lend nobody
 * their owner.
 */
function shortArcs({ arcs, entries }: Network, { of }: Solved): number[][] {
  const entered = new Set(entries.map((vertex) => of[vertex]));
  return arcs.map((targets, from) => targets.filter((to) => of[to] === of[from] || !entered.has(of[to])));
}

/** The vertices from which an end can be reached. */
function usedVertices({ vertices }: Network, { circles, members }: Solved, arcs: Arcs): ReadonlySet<number> {
  const back: number[][] = vertices.map(() => []);
  arcs.forEach((targets, from) => {
    for (const to of targets) back[to]?.push(from);
  });
  const used = new Set(vertices.flatMap(({ isEnd }, at) => (isEnd ? [at] : [])));
  for (const circle of circles) for (const at of members[circle] ?? []) used.add(at);
  // A set gives what is added to it during the walk as well.
  for (const at of used) for (const from of back[at] ?? []) used.add(from);
  return used;
}

/**
 * The maximum flow with all articles of one owner as one vertex, at most that without. Contracting vertices may open
 * ways that nobody reported (from one outlet's relay to another's source), hence the bound.
 */
export function flowByOwner(network: Network, solved: Solved, articles: ReadonlyMap<string, EvidenceArticle>): number {
  if (solved.max <= 1) return solved.max;
  const short = shortArcs(network, solved);
  const used = usedVertices(network, solved, short);
  const inCircle = new Set(solved.circles.flatMap((circle) => solved.members[circle] ?? []));
  const numbers = new Map<string, number>();
  const vertices: Vertex[] = [];
  const merge = (vertex: Vertex, at: number): number => {
    const owner = vertex.isArticle ? ownerOf(articles.get(vertex.key)) : null;
    const name = owner === null ? `${vertex.isArticle ? 'article' : 'source'} ${vertex.key}` : `owner ${owner}`;
    const number = numbers.get(name) ?? vertices.push({ ...vertex, key: name, isEnd: false }) - 1;
    numbers.set(name, number);
    const merged = vertices[number];
    if (merged !== undefined && (vertex.isEnd || inCircle.has(at))) merged.isEnd = true;
    return number;
  };
  const to = network.vertices.map((vertex, at) => (used.has(at) ? merge(vertex, at) : null));
  if (vertices.length === used.size) return solved.max;
  const arcs: Set<number>[] = vertices.map(() => new Set());
  short.forEach((targets, at) => {
    const from = to[at] ?? null;
    if (from === null) return;
    for (const target of targets) {
      const other = to[target] ?? null;
      if (other !== null && other !== from) arcs[from]?.add(other);
    }
  });
  const entries = new Set(network.entries.flatMap((at) => to[at] ?? []));
  const { max } = solve({ vertices, arcs: arcs.map((list) => [...list]), entries: [...entries] });
  return Math.min(solved.max, max);
}
