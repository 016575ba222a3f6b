// How the canvas shows what is on it, and that in the address: layout, pinned nodes, groups, what size and colour tell.

import { type ColourBy, colourings, type GroupBy, groupings, type SizeBy, sizings } from '../graph/appearance.ts';
import type { Point } from '../graph/build.ts';
import { type LayoutName, layoutNames } from '../graph/layouts/names.ts';

export interface Canvas {
  /** null: as the data are arranged at first. */
  readonly layout: LayoutName | null;
  /** From which node hops are counted, where the layout is by hops. */
  readonly around: string | null;
  /** Where nodes were put by hand, in whole layout units; the latest last. */
  readonly pins: ReadonlyMap<string, Point>;
  readonly group: GroupBy;
  readonly size: SizeBy;
  readonly colour: ColourBy;
}

export const defaultCanvas: Canvas = {
  layout: null,
  around: null,
  pins: new Map(),
  group: 'none',
  size: 'usual',
  colour: 'type',
};

export const canvasNames = ['layout', 'around', 'pin', 'group', 'size', 'colour'] as const;
type Name = (typeof canvasNames)[number];

/** So many pins an address holds: the latest. */
export const mostPins = 60;
/** No place is farther from the middle than this, in layout units. */
const farthest = 1_000_000;

const escaped = (text: string): string => text.replace(/[%,;\s]/gu, encodeURIComponent);

/** The parameters that differ from the default. */
export function encodeCanvas(canvas: Canvas): Partial<Record<Name, string>> {
  const pins = [...canvas.pins].slice(-mostPins).map(([key, { x, y }]) => `${escaped(key)},${x},${y}`);
  return {
    ...(canvas.layout !== null && { layout: canvas.layout }),
    ...(canvas.around !== null && { around: canvas.around }),
    ...(pins.length > 0 && { pin: pins.join(';') }),
    ...(canvas.group !== 'none' && { group: canvas.group }),
    ...(canvas.size !== 'usual' && { size: canvas.size }),
    ...(canvas.colour !== 'type' && { colour: canvas.colour }),
  };
}

function pinsOf(text: string): Map<string, Point> | undefined {
  const parts = text.split(';').map((part) => part.split(','));
  if (parts.length > mostPins) return undefined;
  const pins = new Map<string, Point>();
  for (const [key, x, y, ...rest] of parts) {
    const at = { x: Number(x), y: Number(y) };
    const known = key !== undefined && key !== '' && x !== undefined && x !== '' && y !== undefined && y !== '';
    if (!known || rest.length > 0) return undefined;
    if (![at.x, at.y].every((part) => Number.isInteger(part) && Math.abs(part) <= farthest)) return undefined;
    pins.set(decodeURIComponent(key), at);
  }
  return pins;
}

/** Reads a parameter with `parse`, which gives undefined for what makes no sense; the fallback then, and if it is absent. */
export type Read = <T>(name: Name, parse: (text: string) => T | undefined, fallback: T) => T;

const oneOf =
  <T extends string>(values: readonly T[]) =>
  (text: string): T | undefined =>
    values.find((value) => value === text);

export const decodeCanvas = (read: Read): Canvas => ({
  layout: read<LayoutName | null>('layout', oneOf(layoutNames), null),
  around: read<string | null>('around', (text) => (text.trim() === '' ? undefined : text), null),
  pins: read('pin', pinsOf, defaultCanvas.pins),
  group: read('group', oneOf(groupings), 'none'),
  size: read('size', oneOf(sizings), 'usual'),
  colour: read('colour', oneOf(colourings), 'type'),
});
