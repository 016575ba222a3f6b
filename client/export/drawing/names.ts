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

/** Where a text is written, with the room that it takes. */
interface Writing {
  weight: number;
  size: number;
  height: number;
  /** Kept free on either side. */
  margin: number;
}
const noteLetters: Writing = { weight: 600, size: 11, height: 16, margin: 4 };
const badgeLetters: Writing = { weight: 600, size: 10, height: 13, margin: 2 };

const widthOf = (text: string, { weight, size, margin }: Writing, measure: Means['measure']): number =>
  measure(text, fontOf({ weight, size })) + 2 * margin;

/** A text around the first of the points where it covers nothing. */
function written(
  text: string,
  writing: Writing,
  places: readonly Point[],
  room: Room,
  measure: Means['measure'],
  palette: Palette,
): Mark[] {
  const half = { x: widthOf(text, writing, measure) / 2, y: writing.height / 2 };
  const box = room.take(
    places.map(({ x, y }) => ({ left: x - half.x, right: x + half.x, top: y - half.y, bottom: y + half.y, x, y })),
  );
  if (!box) return [];
  const { weight, size } = writing;
  const { x, y } = box;
  return [{ kind: 'text', x, y, text, size, weight, fill: palette.ink, halo: palette.canvas, anchor: 'middle' }];
}

/** A box of text on an edge: what became of it in a comparison. */
export const noteMarks = (
  note: string,
  places: readonly Point[],
  room: Room,
  measure: Means['measure'],
  palette: Palette,
): Mark[] => (note === '' ? [] : written(note, noteLetters, places, room, measure, palette));

/**
 * An edge's sign and beside it its badge; one without a sign has its badge on its line. Of an edge whose sign must
 * stand the first place is taken anyway; any other sign that finds none takes its badge with it.
 */
export function signMarks(
  { mark, badge, color, arrow }: { mark: string; badge: string; color: string; arrow: boolean },
  places: readonly Point[],
  room: Room,
  measure: Means['measure'],
  palette: Palette,
): Mark[] {
  const badgeMarks = (centres: readonly Point[]): Mark[] =>
    badge === '' ? [] : written(badge, badgeLetters, centres, room, measure, palette);
  if (mark === '') return badgeMarks(places);
  const found = room.take(places.map((place) => around(place, arrow ? 6.5 : 5)));
  const at = found?.at ?? (arrow ? places[0] : undefined);
  if (!at) return [];
  const size = arrow ? 13 : 12;
  const beside = 7 + widthOf(badge, badgeLetters, measure) / 2;
  return [
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
    ...badgeMarks([at.x + beside, at.x - beside].map((x) => ({ x, y: at.y + 0.5 }))),
  ];
}
