// The concentric layouts: rings around the middle, by degree or by hops from one node.
import { neighbourLists } from './columns.ts';
import { orderArcs } from './order.ts';

/** Room between rings and beside a node on its ring, in layout units. */
const between = 96;
const spacing = 40;

/** The levels by degree, the most connected first: one in the middle, eight around it, then eight more each time. */
export function levelsByDegree(order: number, ends: Uint32Array): number[][] {
  const neighbours = neighbourLists(order, ends);
  const sorted = Array.from({ length: order }, (_, index) => index).sort(
    (a, b) => (neighbours[b]?.length ?? 0) - (neighbours[a]?.length ?? 0) || a - b,
  );
  const levels: number[][] = [];
  for (let at = 0, level = 0; at < sorted.length; level++) {
    const size = level === 0 ? 1 : 8 * level;
    levels.push(sorted.slice(at, at + size));
    at += size;
  }
  return levels;
}

/** The levels by hops from one node, whichever way the relations run; what it does not reach is the last. */
export function levelsByHops(order: number, ends: Uint32Array, centre: number): number[][] {
  const neighbours = neighbourLists(order, ends);
  const seen = new Set([centre]);
  const levels: number[][] = [];
  for (let level = [centre]; level.length > 0; ) {
    levels.push(level);
    const next = new Set(level.flatMap((node) => neighbours[node] ?? []).filter((node) => !seen.has(node)));
    for (const node of next) seen.add(node);
    level = [...next].sort((a, b) => a - b);
  }
  const rest = Array.from({ length: order }, (_, index) => index).filter((index) => !seen.has(index));
  return rest.length > 0 ? [...levels, rest] : levels;
}

/** x and y of each node, in layout units: a ring for each level, the first in the middle. */
export function ringsLayout(order: number, ends: Uint32Array, levels: readonly (readonly number[])[]): Float32Array {
  const full = 2 * Math.PI;
  let radius = 0;
  const rings = levels.map((members, level) => {
    const round = (members.length * spacing) / full;
    radius = level === 0 ? (members.length === 1 ? 0 : round) : Math.max(radius + between, round);
    const step = full / Math.max(1, members.length);
    // Every other ring starts half a step on, so that names do not stand in one line.
    const from = Math.PI / 2 + (level % 2) * (step / 2);
    return { members, radius, from, to: from + full - step };
  });
  const angles = orderArcs(rings, neighbourLists(order, ends));
  const places = new Float32Array(2 * order);
  for (const ring of rings)
    for (const member of ring.members) {
      const angle = angles.get(member) as number;
      places[2 * member] = ring.radius * Math.cos(angle);
      places[2 * member + 1] = ring.radius * Math.sin(angle);
    }
  return places;
}
