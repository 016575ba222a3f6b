// Nodes that somebody put in their place: layouts leave them there, the address remembers them, undo takes it back.
import type { Point } from '../graph/build.ts';
import { count } from '../text/format.ts';
import { nameOf } from './data.ts';
import { placeOf } from './graph.ts';
import { canvas, change } from './view.ts';

const named = (keys: readonly string[]): string => {
  const [only] = keys;
  return keys.length === 1 && only !== undefined ? nameOf(only) : count(keys.length, 'node');
};

const rounded = ({ x, y }: Point): Point => ({ x: Math.round(x) + 0, y: Math.round(y) + 0 });

function setPins(label: string, pins: ReadonlyMap<string, Point>, merge?: string): void {
  change(label, { canvas: { ...canvas.peek(), pins } }, merge);
}

/** Puts nodes somewhere, in layout units, and pins them. Moves with the same `merge` are one step of undo. */
export function moveTo(places: ReadonlyMap<string, Point>, merge?: string): void {
  const pins = new Map(canvas.peek().pins);
  for (const [key, place] of places) {
    // The latest stand last: those are what the address holds.
    pins.delete(key);
    pins.set(key, rounded(place));
  }
  setPins(`move ${named([...places.keys()])}`, pins, merge);
}

/** Pins nodes where they stand. */
export function pinHere(keys: readonly string[]): void {
  const pins = new Map(canvas.peek().pins);
  for (const key of keys) {
    const place = placeOf(key);
    if (place && !pins.has(key)) pins.set(key, rounded(place));
  }
  setPins(`pin ${named(keys)}`, pins);
}

/** Lets nodes go back to where the layout puts them. */
export function unpin(keys: readonly string[]): void {
  const pins = new Map(canvas.peek().pins);
  for (const key of keys) pins.delete(key);
  setPins(`unpin ${named(keys)}`, pins);
}
