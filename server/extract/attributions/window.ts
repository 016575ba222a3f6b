// The stretch of text around a cue's heart in which its source and content are looked for.
import { pad, type View } from './view.ts';

/** How many tokens before and behind the heart are looked at, at most. */
const before = 130;
const behind = 180;

/** Rows of the window, the last included. */
export interface Window {
  first: number;
  last: number;
}

/** The heart's paragraph, and the next one if that begins with a quotation. */
export function windowOf(view: View, heart: number): Window {
  const paragraph = view.paragraph[heart] as number;
  const lowest = Math.max(pad, heart - before);
  const highest = Math.min(pad + view.count - 1, heart + behind);
  let first = heart;
  while (first > lowest && view.paragraph[first - 1] === paragraph) first--;
  let last = heart;
  while (last < highest && view.paragraph[last + 1] === paragraph) last++;
  if (last < highest && view.quote[last + 1] === 2) {
    while (last < highest && view.paragraph[last + 1] === paragraph + 1) last++;
  }
  return { first, last };
}
