// What of a view its address has no room for, remembered by this tab, so that loading the page anew loses nothing.
import type { Point } from '../../graph/build.ts';
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
export function rememberLists(name: string, { added, hidden, selected, pins }: Lists): boolean {
  const kept: Kept = { added: [...added], hidden: [...hidden], selected: [...selected], pins: [...pins] };
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

/** The lists of that name, or undefined where this tab has none. */
export function recallLists(name: string): Lists | undefined {
  try {
    const text = storage()?.getItem(prefix + name);
    if (!text) return undefined;
    const { added, hidden, selected, pins } = JSON.parse(text) as Kept;
    return { added: new Set(added), hidden: new Set(hidden), selected: new Set(selected), pins: new Map(pins) };
  } catch {
    return undefined;
  }
}
