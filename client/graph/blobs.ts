// The shape of a group of nodes: the shortest tree that joins its members, cut where two are far apart.
import type { Point } from './build.ts';

/** Nodes that belong together: outlined on the canvas, or coloured alike. */
export interface Group {
  id: string;
  title: string;
  color: string;
  members: readonly string[];
}

/** Members beyond this many are not joined, only surrounded: the tree would take longer than a frame. */
const most = 300;
/** A link this many times as long as the usual one parts the group. */
const long = 3;

/**
 * The links of a minimum spanning tree (Prim, 1957) as pairs of positions in `points`, without those much longer than
 * the median; none where there are too many points.
 */
export function links(points: readonly Point[]): [number, number][] {
  if (points.length < 2 || points.length > most) return [];
  const distance = (a: number, b: number): number => {
    const [p, q] = [points[a] as Point, points[b] as Point];
    return Math.hypot(p.x - q.x, p.y - q.y);
  };
  const nearest = points.map(() => ({ to: 0, way: Number.POSITIVE_INFINITY }));
  const waiting = new Set(points.keys());
  const found: { from: number; to: number; way: number }[] = [];
  for (let at = 0; ; ) {
    waiting.delete(at);
    if (waiting.size === 0) break;
    let next = -1;
    for (const other of waiting) {
      const near = nearest[other] as { to: number; way: number };
      const way = distance(at, other);
      if (way < near.way) Object.assign(near, { to: at, way });
      if (next < 0 || near.way < (nearest[next] as { way: number }).way) next = other;
    }
    const { to, way } = nearest[next] as { to: number; way: number };
    found.push({ from: to, to: next, way });
    at = next;
  }
  const ways = found.map(({ way }) => way).sort((a, b) => a - b);
  const limit = long * (ways[Math.floor(ways.length / 2)] as number);
  return found.filter(({ way }) => way <= limit).map(({ from, to }) => [from, to]);
}
