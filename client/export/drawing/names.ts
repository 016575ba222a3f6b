// The texts on a drawing of a graph: names beside nodes, signs and counts on edges, each where it covers nothing.
import type { DrawnNode, Point } from '../../graph/build.ts';
import type { Box, LabelRequest, PlacedLabel, Room } from '../../graph/labels.ts';
import type { Palette } from '../../graph/palette.ts';
import { inTwoLines } from '../../graph/wrap.ts';
import type { Means } from '../means.ts';
import { fontOf, type Mark } from './scene.ts';
import { circle } from './shapes.ts';

const lineHeight = 16;
export interface Spot {
  key: string;
  node: DrawnNode;
  x: number;
  y: number;
  radius: number;
}

const letters = (node: DrawnNode) => (node.rank < 0 ? { weight: 600, size: 13 } : { weight: 500, size: 12 });

export interface Named {
  request: LabelRequest;
  node: DrawnNode;
  lines: readonly string[];
}

/** What a node's name asks for; a plan's may stand on two lines. */
export function nameOf({ key, node, x, y, radius }: Spot, middle: Point, measure: Means['measure']): Named {
  const width = (text: string): number => measure(text, fontOf(letters(node)));
  const folded = node.kind === 'Plan' ? inTwoLines(node.label, width) : undefined;
  return {
    node,
    lines: folded?.of ?? [],
    request: {
      key,
      x,
      y,
      radius,
      width: width(node.label),
      height: lineHeight,
      rank: node.rank,
      forced: node.rank < 0,
      outward: node.kind === 'Plan' ? { x: 0, y: 1 } : { x: x - middle.x, y: y - middle.y },
      ...(folded && { folded: { width: folded.width, height: 2 * lineHeight } }),
    },
  };
}

export const nameMarks = (
  { left, right, top, folded }: PlacedLabel,
  { node, lines }: Named,
  palette: Palette,
): Mark[] =>
  (folded ? lines : [node.label]).map((text, index) => ({
    kind: 'text',
    x: folded ? (left + right) / 2 : left,
    y: top + lineHeight * (index + 0.5),
    text,
    ...letters(node),
    fill: palette.ink,
    halo: palette.canvas,
    anchor: folded ? 'middle' : 'start',
    ...(!folded && { length: right - left }),
  }));

const around = ({ x, y }: Point, radius: number): Box & { at: Point } => ({
  at: { x, y },
  left: x - radius,
  right: x + radius,
  top: y - radius,
  bottom: y + radius,
});

/** A box of text on an edge: what became of it in a comparison. */
export function noteMarks(
  note: string,
  places: readonly Point[],
  room: Room,
  measure: Means['measure'],
  palette: Palette,
): Mark[] {
  if (note === '') return [];
  const letters = { weight: 600, size: 11 };
  const half = measure(note, fontOf(letters)) / 2 + 4;
  const box = room.take(
    places.map(({ x, y }) => ({ left: x - half, right: x + half, top: y - 8, bottom: y + 8, x, y })),
  );
  if (!box) return [];
  const { x, y } = box;
  return [{ kind: 'text', x, y, text: note, ...letters, fill: palette.ink, halo: palette.canvas, anchor: 'middle' }];
}

/** An edge's sign and beside it on how many origins it rests. Of one that must stand the first place is taken anyway. */
export function signMarks(
  { mark, badge, color, arrow }: { mark: string; badge: string; color: string; arrow: boolean },
  places: readonly Point[],
  room: Room,
  measure: Means['measure'],
  palette: Palette,
): Mark[] {
  if (mark === '') return [];
  const found = room.take(places.map((place) => around(place, arrow ? 6.5 : 5)));
  const at = found?.at ?? (arrow ? places[0] : undefined);
  if (!at) return [];
  const size = arrow ? 13 : 12;
  const marks: Mark[] = [
    ...(arrow ? [{ kind: 'path', d: circle(at, 6.5), fill: palette.canvas } as const] : []),
    {
      kind: 'text',
      x: at.x,
      y: at.y + (mark === '”' ? 3 : 0.5),
      text: mark,
      size,
      weight: 700,
      fill: color,
      halo: palette.canvas,
      anchor: 'middle',
    },
  ];
  if (badge === '') return marks;
  const width = measure(badge, fontOf({ weight: 600, size: 10 })) + 4;
  const box = room.take(
    [at.x + 7, at.x - 7 - width].map((left) => ({ left, right: left + width, top: at.y - 6.5, bottom: at.y + 6.5 })),
  );
  if (box)
    marks.push({
      kind: 'text',
      x: (box.left + box.right) / 2,
      y: at.y + 0.5,
      text: badge,
      size: 10,
      weight: 600,
      fill: palette.ink,
      halo: palette.canvas,
      anchor: 'middle',
    });
  return marks;
}
