// The layout that is chosen: arranges what is shown by it, in a worker where that takes long, and says what is under way.
import { computed, effect, signal } from '@preact/signals';
import type { EdgeView, NodeView } from '../../server/schema/view.ts';
import type { Point } from '../graph/build.ts';
import { circleLayout } from '../graph/layouts/circle.ts';
import { type Columns, columnsOf, placesOf } from '../graph/layouts/columns.ts';
import { countryHint } from '../graph/layouts/countries.ts';
import { type LayoutName, mostInLayers } from '../graph/layouts/names.ts';
import type { Order } from '../graph/layouts/protocol.ts';
import { levelsByDegree, levelsByHops, ringsLayout } from '../graph/layouts/rings.ts';
import { iterationsAtFirst, iterationsFor, seeds } from '../graph/layouts/start.ts';
import { type Dataset, typeOf } from '../graph/model.ts';
import { boxWidth } from '../graph/relax.ts';
import { count } from '../text/format.ts';
import { layoutTitle } from '../text/layouts.ts';
import { home } from './camera.ts';
import { isForeign, loading, main, nameOf, shown } from './data.ts';
import { arrange, firstPlaces, glide, placeOf } from './graph.ts';
import { type Run, startRun } from './layout-worker.ts';
import { notify } from './notices.ts';
import { selectedNode } from './selection.ts';
import { canvas, change } from './view.ts';

interface Shown {
  nodes: readonly NodeView[];
  edges: readonly EdgeView[];
}

/** How the data are arranged at first: around a plan, or by forces where there is none. */
const usual = computed<LayoutName>(() => (isForeign.value ? 'force' : 'explorer'));
export const layoutName = computed(() => canvas.value.layout ?? usual.value);
/** The layout that is being computed; null where the nodes are at rest. */
export const underWay = signal<LayoutName | null>(null);
/** The borders of countries under the map, as an SVG path in layout units, y downward; null without a map. */
export const outline = signal<string | null>(null);

let run: Run | undefined;
/** Which layout the nodes stand in, and from which node, as far as that matters. */
let standing = '';
const wanted = (): string => `${layoutName.value}\n${canvas.value.around ?? ''}`;

const keysOf = ({ nodes }: Shown): string[] => nodes.map(({ key }) => key);
const pinned = (key: string): boolean => canvas.peek().pins.has(key);

/** The columns of what is shown, where it stands at first or, with `now`, at the moment. */
function columnsFor({ nodes, edges }: Shown, now = false): Columns {
  const scattered = seeds(nodes.map(({ key }) => key));
  const at = (key: string): Point | undefined =>
    canvas.peek().pins.get(key) ?? (now ? placeOf(key) : firstPlaces.get(key)) ?? scattered.get(key);
  return columnsOf(nodes, edges, at, pinned);
}

/** Places that are there at once; undefined for a layout that needs the worker. */
function quickly(name: LayoutName, part: Shown): Float32Array | undefined {
  const { ends } = columnsFor(part);
  const order = part.nodes.length;
  if (name === 'circle') return circleLayout(part.nodes.map(typeOf), ends);
  if (name === 'rings') return ringsLayout(order, ends, levelsByDegree(order, ends));
  if (name !== 'hops') return undefined;
  const centre = Math.max(0, keysOf(part).indexOf(canvas.peek().around ?? ''));
  return ringsLayout(order, ends, order === 0 ? [] : levelsByHops(order, ends, centre));
}

/** Waits for a run, and says so if it fails. Stopped before its end, or failed, it gives undefined. */
async function follow(name: LayoutName, next: Run): Promise<Awaited<Run['done']>> {
  run?.stop();
  run = next;
  underWay.value = name;
  try {
    return await next.done;
  } catch (error) {
    notify(`The layout could not be computed. ${error instanceof Error ? error.message : String(error)}`, 'problem');
    return undefined;
  } finally {
    if (run === next) {
      run = undefined;
      underWay.value = null;
    }
  }
}

async function byForces(part: Shown, quietly: boolean, columns: Columns): Promise<void> {
  const keys = keysOf(part);
  const most = (quietly ? iterationsAtFirst : iterationsFor)(keys.length);
  let seen = false;
  const onMove = (places: Float32Array, drawn: () => void) => {
    seen = true;
    glide(keys, places);
    requestAnimationFrame(() => setTimeout(drawn));
  };
  const end = await follow('force', startRun({ do: 'force', columns, most, quietly }, onMove));
  if (!end) return;
  // Where nobody saw them on the way, nodes are led to their places as by any other layout.
  if (quietly || !seen) arrange(placesOf(keys, end.places));
  else glide(keys, end.places);
}

async function byWorker(name: 'layers' | 'map', part: Shown): Promise<void> {
  const { ends } = columnsFor(part);
  const order: Order =
    name === 'map'
      ? { do: 'map', ends, hints: part.nodes.map(countryHint) }
      : { do: 'layers', ends, widths: part.nodes.map((node) => Math.min(110, boxWidth(node.name))) };
  const end = await follow(name, startRun(order));
  if (!end) return;
  outline.value = end.outline ?? null;
  arrange(placesOf(keysOf(part), end.places));
  if (end.countries === 0)
    notify('No node that is shown is a country known to the map, by its ISO code or name. All are listed below it.');
}

/** Arranges a part of the data by the chosen layout; `quietly` without showing nodes on their way. */
async function layOutBy(name: LayoutName, part: Shown, quietly = false): Promise<void> {
  run?.stop();
  outline.value = null;
  const places = quickly(name, part);
  if (name === usual.peek()) arrange('at first');
  else if (places) arrange(placesOf(keysOf(part), places));
  else if (name === 'layers' || name === 'map') await byWorker(name, part);
  else {
    const columns = columnsFor(part);
    if (!quietly) arrange(placesOf(keysOf(part), columns.places));
    await byForces(part, quietly, columns);
  }
}

/** Why a layout cannot be had for so many nodes, or undefined. */
const refusal = (name: LayoutName, nodes: number): string | undefined =>
  name === 'layers' && nodes > mostInLayers
    ? `Layers are drawn for at most ${count(mostInLayers, 'node')}, and ${count(nodes, 'node')} are shown. Filter some away, or select a part and keep only that; then choose them again.`
    : undefined;

/** For the first load: where forces lead the data, without showing the way there. */
export async function forcesAtFirst({ nodes, edges }: Dataset): Promise<Map<string, Point>> {
  const part = { nodes: [...nodes.values()], edges: [...edges.values()] };
  const columns = columnsFor(part);
  const start = placesOf(keysOf(part), columns.places);
  const most = iterationsAtFirst(part.nodes.length);
  const end = await follow('force', startRun({ do: 'force', columns, most, quietly: true }));
  return end ? placesOf(keysOf(part), end.places) : start;
}

/** Arranges what the page opens with, as the address says. */
export async function arrangeAtFirst(part: Shown): Promise<void> {
  const why = refusal(layoutName.peek(), part.nodes.length);
  if (why !== undefined) {
    notify(why, 'problem');
    canvas.value = { ...canvas.peek(), layout: null };
  }
  standing = wanted();
  await layOutBy(layoutName.peek(), part, true);
}

/** Chooses a layout, in a way that undo takes back; the one that is chosen already arranges everything anew. */
export function chooseLayout(name: LayoutName): void {
  const why = refusal(name, shown.peek().nodes.length);
  if (why !== undefined) {
    notify(why, 'problem');
    return;
  }
  const centre = selectedNode.peek() ?? main.peek() ?? shown.peek().nodes[0]?.key ?? null;
  const around = name === 'hops' ? centre : null;
  const layout = name === usual.peek() ? null : name;
  const title = layoutTitle[name].toLowerCase() + (around === null ? '' : ` from ${nameOf(around)}`);
  if (layout === canvas.peek().layout && around === canvas.peek().around) void layOutBy(name, shown.peek());
  else change(`layout: ${title}`, { canvas: { ...canvas.peek(), layout, around } });
  home();
}

/** Lets forces work on from where the nodes are. */
export function resumeForces(): void {
  const part = shown.peek();
  void byForces(part, false, columnsFor(part, true));
}
/** Leaves the nodes where they are at the moment. */
export const stopLayout = (): void => run?.stop();

/** Keeps what is shown in the layout that is chosen, whoever chose it: a person, an address or undo. Called once. */
export function startLayouts(): () => void {
  const stops = [
    effect(() => {
      const now = wanted();
      if (loading.value.state !== 'ready' || now === standing) return;
      standing = now;
      queueMicrotask(() => void layOutBy(layoutName.peek(), shown.peek()));
    }),
    effect(() => tellPins(canvas.value.pins)),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}

let known: ReadonlyMap<string, Point> = new Map();
/** What is pinned or let go while forces are at work holds for them at once. */
function tellPins(pins: ReadonlyMap<string, Point>): void {
  const before = known;
  known = pins;
  if (underWay.peek() !== 'force') return;
  const keys = keysOf(shown.peek());
  for (const [index, key] of keys.entries()) {
    const place = pins.get(key);
    if (place === before.get(key)) continue;
    const { x, y } = place ?? placeOf(key) ?? { x: 0, y: 0 };
    run?.tell({ do: 'put', index, x, y, fixed: place !== undefined });
  }
}
