// The circular layout: one circle, an arc for each type, those that are joined towards each other.
import { neighbourLists } from './columns.ts';
import { orderArcs } from './order.ts';

/** Room for a node on the circle, in layout units, and between two arcs, in nodes. */
const spacing = 30;
const gap = 1.5;
const least = 260;

/**
 * x and y of each node, in layout units. `groups` names each node's arc; the largest begins at the top, and they follow
 * clockwise.
 */
export function circleLayout(groups: readonly string[], ends: Uint32Array): Float32Array {
  const members = new Map<string, number[]>();
  groups.forEach((group, index) => {
    members.set(group, [...(members.get(group) ?? []), index]);
  });
  const order = [...members].sort(([a, m], [b, n]) => n.length - m.length || (a < b ? -1 : 1));
  const slots = groups.length + (order.length > 1 ? order.length * gap : 0);
  const step = (2 * Math.PI) / Math.max(1, slots);
  let at = Math.PI / 2;
  const arcs = order.map(([, list]) => {
    const from = at;
    const to = at - (list.length - 1) * step;
    at = to - (1 + gap) * step;
    return { members: list, from, to };
  });
  const angles = orderArcs(arcs, neighbourLists(groups.length, ends));
  const radius = Math.max(least, (slots * spacing) / (2 * Math.PI));
  return Float32Array.from(
    groups.flatMap((_, index) => {
      const angle = angles.get(index) as number;
      return [radius * Math.cos(angle), radius * Math.sin(angle)];
    }),
  );
}
