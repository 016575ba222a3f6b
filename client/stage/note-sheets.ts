// Draws a small sheet beside each node and on each edge that has notes.
import type { DrawnGraph } from '../graph/build.ts';
import type { Box, Room } from '../graph/labels.ts';
import type { Palette } from '../graph/palette.ts';
import { faded, type inFocus } from './reducers.ts';

/** Half its width and half its height, in pixels. */
const half = { width: 4.5, height: 5.5 };
const shares = [0.58, 0.5, 0.66, 0.42, 0.74, 0.26];

interface Point {
  x: number;
  y: number;
}

/** A sheet with a folded corner and two lines. */
function drawSheet(context: CanvasRenderingContext2D, palette: Palette, { x, y }: Point): void {
  const [left, right, top, bottom] = [x - half.width, x + half.width, y - half.height, y + half.height];
  context.beginPath();
  context.moveTo(left, top);
  context.lineTo(right - 3, top);
  context.lineTo(right, top + 3);
  context.lineTo(right, bottom);
  context.lineTo(left, bottom);
  context.closePath();
  context.lineWidth = 3;
  context.strokeStyle = palette.canvas;
  context.stroke();
  context.fillStyle = palette.canvas;
  context.fill();
  context.lineWidth = 1.25;
  context.strokeStyle = palette.ink;
  context.stroke();
  context.beginPath();
  for (const line of [y - 0.5, y + 2.5]) {
    context.moveTo(left + 2.2, line);
    context.lineTo(right - 2.2, line);
  }
  context.stroke();
}

/** At the upper left of a node; a pin stands at its upper right. */
export function drawNodeSheet(
  context: CanvasRenderingContext2D,
  palette: Palette,
  { x, y, radius }: Point & { radius: number },
): void {
  const away = radius * 0.78 + 2;
  drawSheet(context, palette, { x: x - away, y: y - away });
}

export interface PlacedSheet extends Box {
  /** Its edge's. */
  key: string;
  at: Point;
}

/** Where those of edges go so that they cover no node and no label; where there is no room, in the middle. */
export function placeSheets(
  graph: DrawnGraph,
  room: Room,
  pointOn: (key: string, curvature: number, share: number) => Point,
): PlacedSheet[] {
  const places: PlacedSheet[] = [];
  graph.forEachEdge((key, { noted, curvature }) => {
    if (!noted) return;
    const choices = shares.map((share): PlacedSheet => {
      const at = pointOn(key, curvature, share);
      const { width, height } = half;
      return { key, at, left: at.x - width, right: at.x + width, top: at.y - height, bottom: at.y + height };
    });
    const place = room.take(choices) ?? choices[1];
    if (place) places.push(place);
  });
  return places;
}

export function drawSheets(
  context: CanvasRenderingContext2D,
  palette: Palette,
  placed: readonly PlacedSheet[],
  focus: ReturnType<typeof inFocus>,
): void {
  for (const { key, at } of placed) {
    context.globalAlpha = focus !== null && !focus.edges.has(key) ? faded : 1;
    drawSheet(context, palette, at);
  }
  context.globalAlpha = 1;
}
