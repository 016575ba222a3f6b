// Writes at each edge what became of it in a comparison: "new", "gone", or its counts before and after.
import type { DrawnGraph } from '../graph/build.ts';
import type { Box, Room } from '../graph/labels.ts';
import type { Palette } from '../graph/palette.ts';
import { family } from './font.ts';
import { faded, type inFocus } from './reducers.ts';

const height = 16;
/** Beyond this many notes they would cover the drawing: what is new then has a diamond, what is gone a hollow one. */
const most = 16;
const full = '◆';
const hollow = '◇';
const font = `600 11px ${family}`;
const shares = [0.62, 0.52, 0.72, 0.44, 0.8, 0.36, 0.28, 0.86];

interface Point {
  x: number;
  y: number;
}

export interface PlacedNote extends Box {
  /** Its edge's. */
  key: string;
  note: string;
  at: Point;
}

/**
 * Where the notes go so that none covers another, a node or a label that is placed. One that finds no room in words has
 * its diamond; one that has none is left to the list in the panel. `measure` gives a text's width and `pointOn` the
 * place at a share of an edge's way, in pixels.
 */
export function placeNotes(
  graph: DrawnGraph,
  room: Room,
  measure: (text: string) => number,
  pointOn: (key: string, curvature: number, share: number) => Point,
): PlacedNote[] {
  const noted: { key: string; note: string; curvature: number }[] = [];
  graph.forEachEdge((key, { note, curvature }) => {
    if (note !== '') noted.push({ key, note, curvature });
  });
  const short = noted.length > most;
  return noted.flatMap(({ key, note, curvature }) => {
    const sign = note === 'new' ? full : note === 'gone' ? hollow : undefined;
    const places = (words: string, half: number) =>
      shares.map((share): PlacedNote => {
        const at = pointOn(key, curvature, share);
        const box = { left: at.x - half, right: at.x + half, top: at.y - height / 2, bottom: at.y + height / 2 };
        return { key, note: words, at, ...box };
      });
    const inWords = short && sign ? [] : places(note, measure(note) / 2 + 5);
    return room.take([...inWords, ...(sign ? places(sign, 6) : [])]) ?? [];
  });
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

/** Sets the notes' type and returns what measures it. */
export function noteMeasure(context: CanvasRenderingContext2D): (text: string) => number {
  context.font = font;
  return (text) => context.measureText(text).width;
}

export function drawNotes(
  context: CanvasRenderingContext2D,
  palette: Palette,
  placed: readonly PlacedNote[],
  focus: ReturnType<typeof inFocus>,
): void {
  context.font = font;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  for (const { key, note, at, left, right, top } of placed) {
    context.globalAlpha = focus !== null && !focus.edges.has(key) ? faded : 1;
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
  context.globalAlpha = 1;
}
