// What of a view its address has no room for, remembered by this tab, so that loading the page anew loses nothing.
import type { Point } from '../../graph/build.ts';
import { plainStyle, type Style } from '../../graph/style.ts';
import { asRecord } from '../cypher/stored.ts';
import { decodeStyle, encodeStyle } from '../style-url.ts';
import type { Lists } from '../view-url.ts';

const prefix = 'hearsay.view.';
const order = `${prefix}order`;
/** So many are remembered: the way back leads over earlier ones. */
const most = 5;

interface Kept {
  added: string[];
  hidden: string[];
  selected: string[];
  pins: [string, Point][];
  /** As an address writes it, of any length; empty for the usual one. */
  style: string;
}

const storage = (): Storage | undefined => {
  try {
    return globalThis.sessionStorage;
  } catch {
    return undefined;
  }
};
const names = (): string[] => (storage()?.getItem(order) ?? '').split(' ').filter((name) => name !== '');

/** Remembers the lists under their name; the oldest make room. False where the browser keeps nothing so large. */
export function rememberLists(name: string, { added, hidden, selected, pins, style }: Lists): boolean {
  const kept: Kept = {
    added: [...added],
    hidden: [...hidden],
    selected: [...selected],
    pins: [...pins],
    style: encodeStyle(style, Number.POSITIVE_INFINITY) ?? '',
  };
  const text = JSON.stringify(kept);
  const earlier = names().filter((one) => one !== name);
  for (let room = Math.min(earlier.length, most - 1); room >= 0; room--) {
    const stay = earlier.slice(earlier.length - room);
    try {
      const there = storage();
      if (!there) return false;
      for (const one of earlier) if (!stay.includes(one)) there.removeItem(prefix + one);
      there.setItem(prefix + name, text);
      there.setItem(order, [...stay, name].join(' '));
      return true;
    } catch {
      // Full: with fewer of the earlier ones there may be room.
    }
  }
  return false;
}

const isKeys = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((key) => typeof key === 'string');
const isPins = (value: unknown): value is [string, Point][] =>
  Array.isArray(value) &&
  value.every(
    (pin) =>
      Array.isArray(pin) &&
      typeof pin[0] === 'string' &&
      Number.isFinite(asRecord(pin[1]).x) &&
      Number.isFinite(asRecord(pin[1]).y),
  );

const styleIn = (text: unknown): Style | undefined =>
  text === '' ? plainStyle : typeof text === 'string' ? decodeStyle(text, Number.POSITIVE_INFINITY) : undefined;

/** The lists of that name, or undefined where this tab has none, or none that can be read. */
export function recallLists(name: string): Lists | undefined {
  try {
    const text = storage()?.getItem(prefix + name);
    if (!text) return undefined;
    const { added, hidden, selected, pins, style: looks } = asRecord(JSON.parse(text));
    const style = styleIn(looks);
    if (!isKeys(added) || !isKeys(hidden) || !isKeys(selected) || !isPins(pins) || !style) return undefined;
    return { added: new Set(added), hidden: new Set(hidden), selected: new Set(selected), pins: new Map(pins), style };
  } catch {
    return undefined;
  }
}
