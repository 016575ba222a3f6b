// The graphology instance that is drawn: the last step from data to canvas. Mutable, behind a version that counts its changes.
import { computed, effect, signal } from '@preact/signals';
import type { NodeView } from '../../server/schema/view.ts';
import { createGraph, type Point, syncGraph } from '../graph/build.ts';
import { explorerLayout } from '../graph/layout.ts';
import { placesOf } from '../graph/layouts/columns.ts';
import { type Dataset, emptyDataset, otherEnd } from '../graph/model.ts';
import { placeNear } from '../graph/near.ts';
import { palettes } from '../graph/palette.ts';
import { boxWidth } from '../graph/relax.ts';
import { look } from './appearance.ts';
import { edgeNotes, staged } from './compare.ts';
import { main, neighboursOf, noteCounts } from './data.ts';
import { visible } from './filters.ts';
import { theme } from './theme.ts';
import { canvas, filters, hand, style } from './view.ts';

export const drawn = createGraph();
export const version = signal(0);
/** The rectangle that the camera's ratio 1 shows, in layout units; it stays, so that nothing jumps when nodes come or go. */
export const frame = signal<{ x: [number, number]; y: [number, number] } | null>(null);

/** Where the layout puts every node ever placed. Nothing that has a place is moved again but by hand. */
const places = new Map<string, Point>();
const placed = signal(0);

/** Where nodes were put by hand. */
const pins = computed(() => canvas.value.pins);
/** Where a node stands: where it was put by hand, else where the layout puts it; undefined for one never placed. */
export const placeOf = (key: string): Point | undefined => pins.peek().get(key) ?? places.get(key);

/** The least rectangle around the points, with a margin on every side. */
export function boundsOf(points: Iterable<Point>, margin: number): { x: [number, number]; y: [number, number] } | null {
  let [left, right, low, high] = [
    Number.POSITIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
    Number.POSITIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
  ];
  for (const { x, y } of points) {
    left = Math.min(left, x);
    right = Math.max(right, x);
    low = Math.min(low, y);
    high = Math.max(high, y);
  }
  return left > right ? null : { x: [left - margin, right + margin], y: [low - margin, high + margin] };
}

/** Where the data were arranged at first: what every other layout starts from, and the way back leads to. */
const first = new Map<string, Point>();
/** Whether the nodes stand where they were arranged at first. */
let atFirst = true;
/** Nodes that are being dragged: no layout moves them meanwhile. */
export const held = new Set<string>();
/** Where the drawn nodes stood before another layout was put in place; the stage leads them from there. */
export const departures = signal<ReadonlyMap<string, Point> | null>(null);

/** What was laid out first: the frame is around all of it that the filters let through, whatever counts at first. */
let whole: Dataset = emptyDataset;

/** Arranges the data for the first time, by `forces` where there is no plan to arrange them around. */
export async function layOut(
  data: Dataset,
  forces: (data: Dataset) => Promise<ReadonlyMap<string, Point> | undefined>,
): Promise<void> {
  whole = data;
  const fresh = explorerLayout(data) ?? (await forces(data)) ?? [];
  // Others were to be arranged meanwhile.
  if (whole !== data) return;
  for (const [key, place] of fresh) if (!first.has(key)) first.set(key, place);
  arrange('at first');
}

/** For when other nodes are arranged, as if for the first time; what is being arranged is not wanted any more. */
export function forgetPlaces(): void {
  whole = emptyDataset;
  first.clear();
}

export const firstPlaces: ReadonlyMap<string, Point> = first;

/** Puts the nodes where a layout says, or where they were at first; what it leaves out finds a place near its neighbours. */
export function arrange(next: ReadonlyMap<string, Point> | 'at first'): void {
  const from = new Map(drawn.mapNodes((key, { x, y }) => [key, { x, y }] as const));
  atFirst = next === 'at first';
  places.clear();
  for (const [key, place] of next === 'at first' ? first : next) places.set(key, place);
  frame.value = null;
  placed.value++;
  departures.value = from;
}

/** Counts how often nodes were moved beside the graph's own events. */
export const moves = signal(0);

/**
 * Moves drawn nodes to where `placeOf` says; those of which it says nothing stay. It tells of all at once, by `moves`:
 * the graph's own events have the renderer look up everything else about each node twice.
 */
export function moveDrawn(placeOf: (key: string) => Point | undefined): void {
  drawn.forEachNode((key, node) => void Object.assign(node, placeOf(key)));
  moves.value = moves.peek() + 1;
}

/** Moves nodes in one pass while a layout is at work; those put or held by hand stay. x and y by turns, in layout units. */
export function glide(keys: readonly string[], columns: Float32Array): void {
  for (const [key, place] of placesOf(keys, columns)) places.set(key, place);
  const pinned = pins.peek();
  moveDrawn((key) => (held.has(key) || pinned.has(key) ? undefined : places.get(key)));
  frame.value = framing(staged.peek().nodes);
}

/** Gives a place to each node that has none, beside a neighbour that has one. */
function placeNewcomers(keys: readonly string[]): void {
  const fresh = keys.filter((key) => !places.has(key));
  if (fresh.length === 0) return;
  const standing = new Map([...places, ...pins.value]);
  for (const key of fresh) {
    const anchor = (neighboursOf.value.get(key) ?? [])
      .map((edge) => otherEnd(edge, key))
      .find((other) => standing.has(other));
    const place = placeNear(standing, key, anchor ?? main.value ?? '');
    places.set(key, place);
    if (atFirst) first.set(key, place);
  }
}

/** The bounds of the nodes with their labels, which stand on the outer side and keep their size where the drawing shrinks. */
const framing = (nodes: readonly NodeView[]) =>
  boundsOf(
    nodes.flatMap(({ key, name }) => {
      // Not where somebody put it: the camera of an address is relative to the frame, which must come out the same.
      const place = places.get(key);
      // Above the topmost there is room for the canvas's buttons and for the bar that says what is left out.
      return place
        ? [
            { x: place.x, y: place.y + 44 },
            place,
            { x: place.x + Math.sign(place.x) * (boxWidth(name) - 24) * 1.25, y: place.y },
          ]
        : [];
    }),
    20,
  );

/** Keeps the drawn graph in step with what is shown. Called once, when the page starts. */
export function startDrawing(): () => void {
  return effect(() => {
    if (placed.value === 0) return;
    const { nodes, edges } = staged.value;
    placeNewcomers(nodes.map((node) => node.key));
    const pinned = pins.value;
    const positions = { get: (key: string) => pinned.get(key) ?? places.get(key) };
    const visual = {
      nodes,
      edges,
      main: main.value,
      positions,
      pinned,
      noted: noteCounts.value,
      style: style.value,
      look: look.value,
      changes: edgeNotes.value,
    };
    syncGraph(drawn, visual, palettes[theme.value]);
    if (frame.peek() === null && nodes.length > 0) {
      const all = new Map(
        [...visible(whole, filters.peek(), hand.peek()).nodes, ...nodes].map((one) => [one.key, one]),
      );
      frame.value = framing([...all.values()]);
    }
    version.value = version.peek() + 1;
  });
}
