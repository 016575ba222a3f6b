// A graph as plain columns of numbers, which go to a worker and come back without being copied.
import type { EdgeView, NodeView } from '../../../server/schema/view.ts';
import type { Point } from '../build.ts';

export interface Columns {
  /** Twice as many numbers as edges: the positions of both ends in the list of nodes. */
  ends: Uint32Array;
  /** Twice as many numbers as nodes: x and y, in layout units. */
  places: Float32Array;
  /** One for each node: 1 if it stays where it is. */
  fixed: Uint8Array;
}

/** The columns of some nodes and the edges between them; a node without a place is at the middle. */
export function columnsOf(
  nodes: readonly Pick<NodeView, 'key'>[],
  edges: readonly Pick<EdgeView, 'source' | 'target'>[],
  placeOf: (key: string) => Point | undefined,
  isFixed: (key: string) => boolean = () => false,
): Columns {
  const at = new Map(nodes.map(({ key }, index) => [key, index]));
  const ends: number[] = [];
  for (const { source, target } of edges) {
    const [from, to] = [at.get(source), at.get(target)];
    if (from !== undefined && to !== undefined) ends.push(from, to);
  }
  const places = new Float32Array(2 * nodes.length);
  const fixed = new Uint8Array(nodes.length);
  nodes.forEach(({ key }, index) => {
    const { x, y } = placeOf(key) ?? { x: 0, y: 0 };
    places[2 * index] = x;
    places[2 * index + 1] = y;
    fixed[index] = isFixed(key) ? 1 : 0;
  });
  return { ends: Uint32Array.from(ends), places, fixed };
}

/** The places of a column by key, in the order of the keys. */
export const placesOf = (keys: readonly string[], places: Float32Array): Map<string, Point> =>
  new Map(
    keys.map((key, index) => [key, { x: places[2 * index] as number, y: places[2 * index + 1] as number }] as const),
  );

/** The neighbours of each node by position, both ways, each once; a relation of a node to itself is left out. */
export function neighbourLists(order: number, ends: Uint32Array): number[][] {
  const sets = Array.from({ length: order }, () => new Set<number>());
  for (let at = 0; at < ends.length; at += 2) {
    const [a, b] = [ends[at] as number, ends[at + 1] as number];
    if (a === b) continue;
    sets[a]?.add(b);
    sets[b]?.add(a);
  }
  return sets.map((set) => [...set]);
}
