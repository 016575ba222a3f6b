// Places in a text by code points, where a browser counts UTF-16 units: what somebody selected, and where words stand.

export interface Place {
  start: number;
  end: number;
}

/** How many code points stand before a UTF-16 offset; one within a surrogate pair counts as before it. */
export function codePointsBefore(text: string, offset: number): number {
  let points = 0;
  for (let at = 0; at < offset && at < text.length; points++) {
    at += (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
    if (at > offset) break;
  }
  return points;
}

/** The place of a selection by UTF-16 offsets, without the blanks around it; undefined where nothing is left. */
export function placeOfSelection(text: string, from: number, to: number): Place | undefined {
  const words = text.slice(from, to);
  const inner = words.trim();
  if (inner === '') return undefined;
  const start = codePointsBefore(text, from + words.indexOf(inner));
  return { start, end: start + [...inner].length };
}

/** The words at a place. */
export const wordsAt = (text: string, { start, end }: Place): string => [...text].slice(start, end).join('');

/** Where the words stand, of several places the one that begins nearest to `near`; undefined where they do not. */
export function placeOfWords(text: string, words: string, near: number): Place | undefined {
  const sought = words.trim();
  if (sought === '') return undefined;
  const length = [...sought].length;
  let best: Place | undefined;
  let [points, counted] = [0, 0];
  for (let at = text.indexOf(sought); at >= 0; at = text.indexOf(sought, at + 1)) {
    points += codePointsBefore(text.slice(counted, at), at - counted);
    counted = at;
    if (best === undefined || Math.abs(points - near) < Math.abs(best.start - near))
      best = { start: points, end: points + length };
  }
  return best;
}
