// Writes labels, country codes and edge marks over the WebGL layers, with no label over another.
import type { Group } from '../graph/blobs.ts';
import type { DrawnGraph, DrawnNode, Point } from '../graph/build.ts';
import { type Box, type LabelRequest, type PlacedLabel, Room } from '../graph/labels.ts';
import type { Palette } from '../graph/palette.ts';
import { inTwoLines } from '../graph/wrap.ts';
import { drawTitles, placeTitles } from './blobs.ts';
import { freshContext } from './canvas.ts';
import { drawMarks, pointOn, type Renderer } from './edge-marks.ts';
import { family } from './font.ts';
import { drawNodeSheet, drawSheets, placeSheets } from './note-sheets.ts';
import { drawNotes, noteMeasure, placeNotes } from './notes.ts';
import { type Emphasis, faded, inFocus } from './reducers.ts';

const labelHeight = 16;
/** Beyond this many nodes in view, only the most important are considered for a label. */
const mostLabels = 500;

const fontOf = (node: { rank: number }): string => (node.rank < 0 ? `600 13px ${family}` : `500 12px ${family}`);

/** The corner where the canvas's buttons lie, in pixels; a narrow stage has fewer of them. */
const buttonsCorner = (width: number) => ({ left: 0, top: 0, right: width < 480 ? 232 : 304, bottom: 54 });

/** What is written over the canvas: the bar that says what is left out, where there is one, and how much is drawn. */
function writtenOver(canvas: HTMLCanvasElement): Box[] {
  const over = canvas.closest('.view')?.querySelectorAll('.filter-bar-line, .canvas-count') ?? [];
  const { left, top } = canvas.getBoundingClientRect();
  return [...over].map((element) => {
    const box = element.getBoundingClientRect();
    return { left: box.left - left, top: box.top - top, right: box.right - left, bottom: box.bottom - top };
  });
}

/** A node in view, in pixels. */
interface Spot {
  key: string;
  x: number;
  y: number;
  radius: number;
  node: DrawnNode;
}
interface Wish extends LabelRequest {
  text: string;
  /** The same on two lines, for a plan. */
  lines: readonly string[];
}

/** A plan is what the rest is about: its name is written before anything else, on two lines if need be. */
function folding(context: CanvasRenderingContext2D, kind: string, text: string): Pick<Wish, 'lines' | 'folded'> {
  const lines = kind === 'Plan' ? inTwoLines(text, (part) => context.measureText(part).width) : undefined;
  return lines === undefined
    ? { lines: [] }
    : { lines: lines.of, folded: { width: lines.width, height: 2 * labelHeight } };
}

/** From layout units to pixels: sigma's own way there, taken together, since of thousands of nodes each call counts. */
function projectionOf(renderer: Renderer): (point: Point) => Point {
  const zero = renderer.graphToViewport({ x: 0, y: 0 });
  const [a, b] = [renderer.graphToViewport({ x: 1, y: 0 }), renderer.graphToViewport({ x: 0, y: 1 })];
  const [ax, ay, bx, by] = [a.x - zero.x, a.y - zero.y, b.x - zero.x, b.y - zero.y];
  return ({ x, y }) => ({ x: zero.x + ax * x + bx * y, y: zero.y + ay * x + by * y });
}

function nodesInView(renderer: Renderer, graph: DrawnGraph): Spot[] {
  const { width, height } = renderer.getDimensions();
  const project = projectionOf(renderer);
  const spots: Spot[] = [];
  graph.forEachNode((key, node) => {
    const { x, y } = project(node);
    if (x < -20 || y < -20 || x > width + 20 || y > height + 20) return;
    let radius: number | undefined;
    spots.push({
      key,
      x,
      y,
      node,
      // Sigma copies all that it knows of a node to tell its size: of most in a large graph nobody asks for it.
      get radius() {
        radius ??=
          renderer.scaleSize(renderer.getNodeDisplayData(key)?.size ?? node.size) * (node.shape === 'plate' ? 1.35 : 1);
        return radius;
      },
    });
  });
  return spots;
}

/** Whether a node's name is asked for: it is selected, or under the pointer. */
const isAsked = (key: string, { selectedNode, hovered }: Emphasis): boolean =>
  key === selectedNode || (hovered?.kind === 'node' && hovered.key === key);

/** Of those that compete for room, the picked ones come first. */
const rankOf = ({ key, node }: Spot, { picked }: Emphasis): number =>
  picked.has(key) ? node.rank - 10_000 : node.rank;

/** Those that are asked for, and the most important of the others. */
function mostImportant(spots: readonly Spot[], emphasis: Emphasis): readonly Spot[] {
  if (spots.length <= mostLabels) return spots;
  const ranks = spots.map((spot) => (isAsked(spot.key, emphasis) ? Number.NEGATIVE_INFINITY : rankOf(spot, emphasis)));
  const last = Float64Array.from(ranks).sort()[mostLabels - 1] as number;
  const better = spots.filter((_, index) => (ranks[index] as number) < last);
  const equal = spots.filter((_, index) => ranks[index] === last);
  return [...better, ...equal.slice(0, mostLabels - better.length)];
}

/** The labels to place: of many nodes those of the most important only, for each costs a measurement. */
function wishes(spots: readonly Spot[], context: CanvasRenderingContext2D, middle: Point, emphasis: Emphasis): Wish[] {
  return mostImportant(spots, emphasis).flatMap((spot) => {
    const { key, x, y, radius, node } = spot;
    // Where its type has no label, a node still has a name for those who ask.
    const text = node.label === '' && isAsked(key, emphasis) ? node.name : node.label;
    if (text === '') return [];
    context.font = fontOf(node);
    return {
      key,
      x,
      y,
      radius,
      text,
      // The main plan's name is what tells a reader what the picture is of.
      forced: isAsked(key, emphasis) || node.rank < 0,
      ...folding(context, node.kind, text),
      width: context.measureText(text).width,
      height: labelHeight,
      rank: rankOf(spot, emphasis),
      // Lines come to a plan from the sides, so its name stands below.
      outward: node.kind === 'Plan' ? { x: 0, y: 1 } : { x: x - middle.x, y: y - middle.y },
    };
  });
}

function drawInscription(context: CanvasRenderingContext2D, { x, y, radius, node }: Spot): void {
  if (radius < 7) return;
  context.font = `600 ${Math.min(12, Math.round(radius * 0.92))}px ${family}`;
  context.fillStyle = node.inscriptionColor;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.fillText(node.inscription, x, y + 0.5);
}

/** A dot at the upper right: it stands where somebody put it. */
function drawPin(context: CanvasRenderingContext2D, palette: Palette, { x, y, radius }: Spot): void {
  context.beginPath();
  context.arc(x + radius * 0.78, y - radius * 0.78, 3.2, 0, 2 * Math.PI);
  context.fillStyle = palette.ink;
  context.fill();
  context.lineWidth = 1.5;
  context.strokeStyle = palette.canvas;
  context.stroke();
}

function drawLabel(
  context: CanvasRenderingContext2D,
  palette: Palette,
  { left, top, right, folded }: PlacedLabel,
  node: DrawnNode,
  { text, lines }: Pick<Wish, 'text' | 'lines'>,
): void {
  context.font = fontOf(node);
  context.lineWidth = 4;
  context.strokeStyle = palette.canvas;
  context.fillStyle = palette.ink;
  context.textAlign = folded ? 'center' : 'left';
  for (const [index, line] of (folded ? lines : [text]).entries()) {
    const at = [folded ? (left + right) / 2 : left, top + labelHeight * (index + 0.5)] as const;
    context.strokeText(line, ...at);
    context.fillText(line, ...at);
  }
}

/** Draws everything that is text. Called after each of sigma's own drawings. */
export function annotate(
  renderer: Renderer,
  graph: DrawnGraph,
  canvas: HTMLCanvasElement,
  palette: Palette,
  emphasis: Emphasis,
  groups: readonly Group[],
): void {
  const { width, height } = renderer.getDimensions();
  const context = freshContext(canvas, { width, height });
  if (!context) return;
  const focus = inFocus(graph, emphasis);
  const spots = nodesInView(renderer, graph);
  for (const spot of spots) {
    const { inscription, pinned, noted } = spot.node;
    if (inscription === '' && !pinned && !noted) continue;
    context.globalAlpha = focus !== null && !focus.nodes.has(spot.key) ? faded : 1;
    if (inscription !== '') drawInscription(context, spot);
    if (pinned) drawPin(context, palette, spot);
    if (noted) drawNodeSheet(context, palette, spot);
  }
  const wanted = wishes(spots, context, renderer.graphToViewport({ x: 0, y: 0 }), emphasis);
  const byKey = new Map(wanted.map((wish) => [wish.key, wish]));
  const room = new Room(wanted, { width, height }, [buttonsCorner(width), ...writtenOver(canvas)]);
  const isFirst = ({ forced, key }: Wish) => forced || graph.getNodeAttribute(key, 'kind') === 'Plan';
  const first = room.label(wanted.filter(isFirst));
  const notes = placeNotes(graph, room, noteMeasure(context), (key, bend, share) =>
    pointOn(renderer, graph, key, bend, share),
  );
  const sheets = placeSheets(graph, room, (key, bend, share) => pointOn(renderer, graph, key, bend, share));
  const titles = placeTitles(renderer, graph, context, room, groups);
  const labels = [...first, ...room.label(wanted.filter((spot) => !isFirst(spot)))];
  drawMarks(renderer, graph, context, palette, {
    focus,
    emphasis,
    spots,
    written: [...labels, ...notes, ...sheets, ...titles],
    notes: [...notes, ...sheets],
  });
  drawTitles(context, palette, titles);
  drawNotes(context, palette, notes, focus);
  drawSheets(context, palette, sheets, focus);
  context.textBaseline = 'middle';
  context.lineJoin = 'round';
  for (const label of labels) {
    context.globalAlpha = focus !== null && !focus.nodes.has(label.key) ? faded : 1;
    drawLabel(context, palette, label, graph.getNodeAttributes(label.key), byKey.get(label.key) as Wish);
  }
  context.globalAlpha = 1;
}
