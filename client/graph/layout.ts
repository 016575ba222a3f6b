// The explorer's layout: the plan in the middle, holders around it in sectors by stance, outlets along the bottom, the rest outside.
import type { EdgeView, NodeView } from '../../server/schema/view.ts';
import type { Point } from './build.ts';
import { adjacency, type Dataset, mainPlans, otherEnd, positions, typeOf } from './model.ts';
import { placeNear } from './near.ts';
import { relax } from './relax.ts';

// Lengths are in pixels of the canvas at the camera's ratio 1 on a desk screen; angles in degrees, counter-clockwise from the right.
const holderArc = { from: -28, to: 208 };
const outletArc = { from: 220, to: 320 };
const sectorOrder = ['supports', 'noncommittal', 'defers', 'opposes'] as const;
const spacing = 40;
const smallestRadius = 235;

// Names stand beside their nodes and take width, so the circles are stretched upward to fill the canvas.
const stretch = 1.24;

const at = (angle: number, radius: number): Point => ({
  x: radius * Math.cos((angle * Math.PI) / 180),
  y: stretch * radius * Math.sin((angle * Math.PI) / 180),
});

/** The holders in the order of the arc: by sector, then by type and name. */
function holdersInOrder(dataset: Dataset, plans: ReadonlySet<string>): (NodeView | undefined)[] {
  const stance = positions(dataset, plans);
  const nodes = [...dataset.nodes.values()].filter((node) => stance.has(node.key));
  const slots: (NodeView | undefined)[] = [];
  for (const sector of sectorOrder) {
    const members = nodes.filter((node) => stance.get(node.key) === sector);
    if (members.length === 0) continue;
    // An empty slot parts two sectors.
    if (slots.length > 0) slots.push(undefined);
    slots.push(
      ...members.sort((a, b) => compare(typeOf(a), typeOf(b)) || compare(a.name, b.name) || compare(a.key, b.key)),
    );
  }
  return slots;
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function placeHolders(slots: readonly (NodeView | undefined)[], places: Map<string, Point>): number {
  const span = holderArc.to - holderArc.from;
  const radius = Math.max(smallestRadius, (slots.length * spacing) / ((span * Math.PI) / 180));
  const step = slots.length < 2 ? 0 : span / (slots.length - 1);
  slots.forEach((node, index) => {
    if (!node) return;
    const angle = slots.length < 2 ? 90 : holderArc.from + index * step;
    // Near the top the names stand side by side, so neighbours take turns on three radii.
    const crowded = Math.abs(Math.sin((angle * Math.PI) / 180)) > 0.62 && slots.length > 9;
    places.set(node.key, at(angle, radius + (crowded ? (index % 3) * 34 - 17 : 0)));
  });
  return radius;
}

/** Cited outlets on an inner arc, the most cited in the middle; the others on an outer arc, each near what it cites. */
function placeOutlets(
  dataset: Dataset,
  neighbours: Map<string, EdgeView[]>,
  radius: number,
  places: Map<string, Point>,
): void {
  const outlets = [...dataset.nodes.values()].filter((node) => typeOf(node) === 'Outlet');
  const cites = (node: NodeView, end: 'source' | 'target') =>
    (neighbours.get(node.key) ?? []).filter((edge) => edge.type === 'CITES' && edge[end] === node.key);
  const cited = outlets
    .filter((node) => cites(node, 'target').length > 0)
    .sort((a, b) => cites(b, 'target').length - cites(a, 'target').length || compare(a.key, b.key));
  const middle = (outletArc.from + outletArc.to) / 2;
  const span = outletArc.to - outletArc.from;
  cited.forEach((node, index) => {
    const side = Math.ceil(index / 2) * (index % 2 === 1 ? 1 : -1);
    places.set(
      node.key,
      at(middle + side * Math.min(30, span / Math.max(1, cited.length)), radius + (index === 0 ? -20 : 0)),
    );
  });
  const angleOf = (node: NodeView): number => {
    const angles = cites(node, 'source').flatMap((edge) => {
      const place = places.get(edge.target);
      return place ? [(Math.atan2(place.y, place.x) * 180) / Math.PI + 360] : [];
    });
    return angles.length === 0 ? outletArc.to : angles.reduce((sum, angle) => sum + angle, 0) / angles.length;
  };
  const rest = outlets
    .filter((node) => !places.has(node.key))
    .map((node) => ({ node, angle: angleOf(node) }))
    .sort((a, b) => a.angle - b.angle || compare(a.node.key, b.node.key));
  rest.forEach(({ node }, index) => {
    const angle = rest.length < 2 ? middle : outletArc.from + (index * span) / (rest.length - 1);
    places.set(node.key, at(angle, radius + 96 + (index % 2) * 30));
  });
}

/** The node that a node without a position is set beside: the placed neighbour with the most lasting relation. */
function anchorOf(
  key: string,
  neighbours: Map<string, EdgeView[]>,
  places: ReadonlyMap<string, Point>,
): string | undefined {
  const order = ['OPPOSES', 'SUPPORTS', 'PART_OF', 'HOLDS_OFFICE', 'MEMBER_OF', 'TOOK_PART_IN', 'CONCERNS', 'QUOTES'];
  return (neighbours.get(key) ?? [])
    .filter((edge) => places.has(otherEnd(edge, key)))
    .map((edge) => ({
      other: otherEnd(edge, key),
      rank: (order.indexOf(edge.type) + order.length + 1) % (order.length + 1),
    }))
    .sort((a, b) => a.rank - b.rank || compare(a.other, b.other))[0]?.other;
}

/** Places for every node, the same for the same data. undefined where the data has no plan with positions to arrange around. */
export function explorerLayout(dataset: Dataset): Map<string, Point> | undefined {
  const plans = mainPlans(dataset);
  const [main, ...others] = plans;
  const slots = holdersInOrder(dataset, plans);
  if (main === undefined || slots.length === 0) return undefined;
  const places = new Map<string, Point>([[main, { x: 0, y: 0 }]]);
  const neighbours = adjacency(dataset);
  others.forEach((plan, index) => {
    places.set(
      plan,
      at(
        270 + (index - (others.length - 1) / 2) * Math.min(62, 180 / others.length),
        128 + (index % 2) * 34 * Number(others.length > 3),
      ),
    );
  });
  const radius = placeHolders(slots, places);
  placeOutlets(dataset, neighbours, radius, places);
  const labels = (key: string): string => dataset.nodes.get(key)?.name ?? '';
  relax(places, labels, plans);
  const settled = new Set(places.keys());
  // Nodes without a position, nearest to what is placed first, so that chains hang together.
  let waiting = [...dataset.nodes.keys()].filter((key) => !places.has(key)).sort(compare);
  while (waiting.length > 0) {
    const anchored = waiting.map((key) => [key, anchorOf(key, neighbours, places)] as const);
    const ready = anchored.filter(([, anchor]) => anchor !== undefined);
    for (const [key, anchor] of ready.length > 0 ? ready : anchored)
      placeNear(places, key, anchor ?? main, radius + 110);
    waiting = ready.length > 0 ? anchored.filter(([, anchor]) => anchor === undefined).map(([key]) => key) : [];
  }
  relax(places, labels, settled);
  return places;
}
