// Writes at each edge what became of it in a comparison: "new", "gone", or its counts before and after.
import type { DrawnGraph } from '../graph/build.ts';
import type { Palette } from '../graph/palette.ts';
import { family } from './font.ts';

const height = 16;
/** Beyond this many notes they would cover the drawing: what is new then has a diamond, what is gone a hollow one. */
const most = 16;
const full = '◆';
const hollow = '◇';
const font = `600 11px ${family}`;
const shares = [0.62, 0.52, 0.72, 0.44, 0.8];

interface Point {
  x: number;
  y: number;
}

function drawDiamond(context: CanvasRenderingContext2D, palette: Palette, { x, y }: Point, filled: boolean): void {
  context.beginPath();
  context.moveTo(x, y - 5);
  context.lineTo(x + 5, y);
  context.lineTo(x, y + 5);
  context.lineTo(x - 5, y);
  context.closePath();
  context.fillStyle = filled ? palette.ink : palette.canvas;
  context.fill();
  context.lineWidth = 1.5;
  context.strokeStyle = filled ? palette.canvas : palette.ink;
  context.stroke();
}

const overlap = (a: PlacedNote, b: PlacedNote): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

export interface PlacedNote {
  note: string;
  at: Point;
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** Where the notes go so that none covers another. `pointOn` gives the place at a share of an edge's way, in pixels. */
export function placeNotes(
  context: CanvasRenderingContext2D,
  graph: DrawnGraph,
  pointOn: (key: string, curvature: number, share: number) => Point,
): PlacedNote[] {
  const noted: { key: string; note: string; curvature: number }[] = [];
  graph.forEachEdge((key, { note, curvature }) => {
    if (note !== '') noted.push({ key, note, curvature });
  });
  const short = noted.length > most;
  const placed: PlacedNote[] = [];
  context.font = font;
  for (const { key, note, curvature } of noted) {
    const sign = short && (note === 'new' || note === 'gone');
    const half = sign ? 6 : context.measureText(note).width / 2 + 5;
    const boxes = shares.map((share) => {
      const at = pointOn(key, curvature, share);
      const size = { left: at.x - half, right: at.x + half, top: at.y - height / 2, bottom: at.y + height / 2 };
      return { note: sign ? (note === 'new' ? full : hollow) : note, at, ...size };
    });
    const free = boxes.find((box) => placed.every((other) => !overlap(box, other)));
    if (free) placed.push(free);
  }
  return placed;
}

export function drawNotes(context: CanvasRenderingContext2D, palette: Palette, placed: readonly PlacedNote[]): void {
  context.font = font;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  for (const { note, at, left, right, top } of placed) {
    if (note === full || note === hollow) {
      drawDiamond(context, palette, at, note === full);
      continue;
    }
    context.beginPath();
    context.roundRect(left, top, right - left, height, 4);
    context.fillStyle = palette.canvas;
    context.fill();
    context.lineWidth = 1;
    context.strokeStyle = palette.ink;
    context.stroke();
    context.fillStyle = palette.ink;
    context.fillText(note, at.x, at.y + 0.5);
  }
}
