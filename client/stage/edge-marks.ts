// Writes each edge's mark on it, and beside it on how many origins it rests, where that covers nothing.
import type Sigma from 'sigma';
import type { DrawnEdge, DrawnGraph, DrawnNode, Point } from '../graph/build.ts';
import { pointOnEdge } from '../graph/edge-path.ts';
import { type Box, overlaps } from '../graph/labels.ts';
import type { Palette } from '../graph/palette.ts';
import { Taken } from '../graph/taken.ts';
import { family } from './font.ts';
import { type Emphasis, faded, type inFocus } from './reducers.ts';

export type Renderer = Sigma<DrawnNode, DrawnEdge>;
interface Around {
  focus: ReturnType<typeof inFocus>;
  emphasis: Emphasis;
  /** The nodes in view, in pixels. */
  spots: readonly { x: number; y: number; radius: number }[];
  /** Labels and notes, which are written over marks and must not cover a badge. */
  written: readonly Box[];
  /** Those that stand on the edges themselves. */
  notes: readonly Box[];
}

/** The point of an edge at a share of its way, in viewport pixels. */
export function pointOn(renderer: Renderer, graph: DrawnGraph, key: string, curvature: number, share: number): Point {
  const [source, target] = graph.extremities(key);
  const start = renderer.graphToViewport(graph.getNodeAttributes(source));
  const end = renderer.graphToViewport(graph.getNodeAttributes(target));
  const radius = renderer.scaleSize(renderer.getNodeDisplayData(source)?.size ?? 0);
  return pointOnEdge(start, end, radius, source === target, curvature, share);
}

const shares = { stance: [0.34, 0.28, 0.42, 0.22, 0.5], other: [0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74] } as const;
const badgeHeight = 13;
/** With more edges in view than this, only those in focus have their badges written. */
const mostBadges = 300;

const around = ({ x, y }: Point, radius: number): Box => ({
  left: x - radius,
  right: x + radius,
  top: y - radius,
  bottom: y + radius,
});

/** Whether an edge's badge is written even over other things: it is what somebody asks about. */
const isAsked = (key: string, { emphasis }: Around): boolean =>
  key === emphasis.selectedEdge || (emphasis.hovered?.kind === 'edge' && emphasis.hovered.key === key);

/** Draws each mark at the first of a few places on its edge where it covers no node and no other mark; returns where. */
function drawSigns(
  renderer: Renderer,
  graph: DrawnGraph,
  context: CanvasRenderingContext2D,
  palette: Palette,
  on: Around,
): Map<string, Point> {
  const small = renderer.getDimensions().width < 480;
  const taken = new Taken(8, on.spots);
  const places = new Map<string, Point>();
  graph.forEachEdge((key, edge) => {
    if (edge.mark === '') return;
    const points = shares[edge.arrow ? 'stance' : 'other'].map((share) =>
      pointOn(renderer, graph, key, edge.curvature, share),
    );
    const free = points.find(
      (point) => !taken.has(point) && !on.notes.some((note) => overlaps(note, around(point, 6))),
    );
    if (!free && !edge.arrow) return;
    const { x, y } = free ?? (points[0] as Point);
    taken.add({ x, y, radius: 5 });
    places.set(key, { x, y });
    const big = edge.arrow && !small;
    context.globalAlpha = on.focus !== null && !on.focus.edges.has(key) ? faded : 1;
    context.beginPath();
    context.arc(x, y, big ? 6.5 : 4.5, 0, 2 * Math.PI);
    context.fillStyle = palette.canvas;
    context.fill();
    context.fillStyle = edge.color;
    context.font = `700 ${big ? 13 : small ? 10 : 12}px ${family}`;
    context.fillText(edge.mark, x, y + (edge.mark === '”' ? 3 : 0.5));
  });
  return places;
}

/** Where a badge may stand: beside its mark, among many always on the same side so that it is clear whose it is; on an edge without one at a few places of its way. */
function badgeCentres(
  renderer: Renderer,
  graph: DrawnGraph,
  key: string,
  mark: Point | undefined,
  { width, asked }: { width: number; asked: boolean },
): Point[] {
  const beside = 7 + width / 2;
  if (mark)
    return asked
      ? [
          { x: mark.x + beside, y: mark.y },
          { x: mark.x - beside, y: mark.y },
        ]
      : [{ x: mark.x + beside, y: mark.y }];
  const bend = graph.getEdgeAttribute(key, 'curvature');
  return shares.other.slice(0, 4).map((share) => pointOn(renderer, graph, key, bend, share));
}

/** Writes the badges beside their marks: first those asked about, then those of what is in focus, then wherever there is room. */
function drawBadges(
  renderer: Renderer,
  graph: DrawnGraph,
  context: CanvasRenderingContext2D,
  palette: Palette,
  on: Around,
  places: ReadonlyMap<string, Point>,
): void {
  const order = (key: string) => (isAsked(key, on) ? 0 : on.focus?.edges.has(key) ? 1 : 2);
  // A mark that found no place takes its badge with it.
  const all = graph.filterEdges((key, { badge, mark }) => badge !== '' && (mark === '' || places.has(key)));
  if (all.length === 0) return;
  const size = renderer.getDimensions().width < 480 ? 9 : 10;
  context.font = `600 ${size}px ${family}`;
  const inView = on.spots.map((spot) => around(spot, spot.radius + 1));
  const taken: Box[] = [...inView, ...on.written, ...[...places.values()].map((place) => around(place, 6))];
  const keys = all.length > mostBadges ? all.filter((key) => order(key) < 2) : all;
  for (const key of keys.sort((a, b) => order(a) - order(b))) {
    if (on.focus !== null && !on.focus.edges.has(key) && !isAsked(key, on)) continue;
    const edge = graph.getEdgeAttributes(key);
    const width = context.measureText(edge.badge).width + 4;
    const asked = order(key) < 2;
    const boxes = badgeCentres(renderer, graph, key, places.get(key), { width, asked }).map(({ x, y }) => ({
      left: x - width / 2,
      right: x + width / 2,
      top: y - badgeHeight / 2,
      bottom: y + badgeHeight / 2,
    }));
    const free = boxes.find((one) => !taken.some((other) => overlaps(one, other)));
    const box = free ?? (isAsked(key, on) ? boxes[0] : undefined);
    if (!box) continue;
    taken.push(box);
    context.fillStyle = palette.canvas;
    context.fillRect(box.left, box.top, width, badgeHeight);
    context.fillStyle = palette.ink;
    context.fillText(edge.badge, box.left + width / 2, box.top + badgeHeight / 2 + 0.5);
  }
}

/** Draws the marks of all edges, and the badges that find room. */
export function drawMarks(
  renderer: Renderer,
  graph: DrawnGraph,
  context: CanvasRenderingContext2D,
  palette: Palette,
  on: Around,
): void {
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  const places = drawSigns(renderer, graph, context, palette, on);
  context.globalAlpha = 1;
  drawBadges(renderer, graph, context, palette, on, places);
}
