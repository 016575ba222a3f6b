// Draws the groups under the graph: a soft band around the members of each, with its name at the top.

import { type Group, links } from '../graph/blobs.ts';
import type { DrawnGraph } from '../graph/build.ts';
import { shorten } from '../graph/encode.ts';
import type { Box, Room } from '../graph/labels.ts';
import { type Palette, withAlpha } from '../graph/palette.ts';
import type { Renderer } from './edge-marks.ts';
import { family } from './font.ts';

/** Half the width of the band, in pixels. */
const reach = 24;
const font = `600 11px ${family}`;
const height = 14;

interface Point {
  x: number;
  y: number;
}

/** The members that are drawn, in pixels of the viewport. */
const spotsOf = (renderer: Renderer, graph: DrawnGraph, { members }: Group): Point[] =>
  members.filter((key) => graph.hasNode(key)).map((key) => renderer.graphToViewport(graph.getNodeAttributes(key)));

export function drawBlobs(
  renderer: Renderer,
  graph: DrawnGraph,
  context: CanvasRenderingContext2D,
  groups: readonly Group[],
): void {
  context.lineCap = 'round';
  context.lineJoin = 'round';
  context.lineWidth = 2 * reach;
  for (const group of groups) {
    const spots = spotsOf(renderer, graph, group);
    const path = new Path2D();
    // A line of no length is drawn as its round end.
    for (const { x, y } of spots) {
      path.moveTo(x, y);
      path.lineTo(x + 0.01, y);
    }
    for (const [a, b] of links(spots)) {
      path.moveTo((spots[a] as Point).x, (spots[a] as Point).y);
      path.lineTo((spots[b] as Point).x, (spots[b] as Point).y);
    }
    context.strokeStyle = withAlpha(group.color, 0.16);
    context.stroke(path);
  }
}

export interface PlacedTitle extends Box {
  title: string;
}

/** Where the groups' names go: over the highest member or under the lowest, where nothing else is written. */
export function placeTitles(
  renderer: Renderer,
  graph: DrawnGraph,
  context: CanvasRenderingContext2D,
  room: Room,
  groups: readonly Group[],
): PlacedTitle[] {
  context.font = font;
  return groups.flatMap((group) => {
    const spots = spotsOf(renderer, graph, group).sort((a, b) => a.y - b.y);
    const [high, low] = [spots[0], spots.at(-1)];
    if (!high || !low) return [];
    const title = shorten(group.title, 32);
    const width = context.measureText(title).width + 8;
    const box = (x: number, y: number) => ({ left: x - width / 2, right: x + width / 2, top: y, bottom: y + height });
    const placed = room.take([
      box(high.x, high.y - reach - height),
      box(low.x, low.y + reach),
      box(high.x - width / 2, high.y - reach - height),
      box(high.x + width / 2, high.y - reach - height),
    ]);
    return placed ? [{ title, ...placed }] : [];
  });
}

export function drawTitles(context: CanvasRenderingContext2D, palette: Palette, titles: readonly PlacedTitle[]): void {
  context.font = font;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.lineWidth = 3;
  context.lineJoin = 'round';
  context.strokeStyle = palette.canvas;
  context.fillStyle = palette.muted;
  for (const { title, left, right, top, bottom } of titles) {
    const at = [(left + right) / 2, (top + bottom) / 2] as const;
    context.strokeText(title, ...at);
    context.fillText(title, ...at);
  }
}
