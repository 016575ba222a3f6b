// Code points and UTF-16 units of one text: regular expressions count units, everything we keep counts code points.

export interface Offsets {
  /** Code points in the text. */
  length: number;
  /** The code point at a UTF-16 unit. */
  pointOf(unit: number): number;
  /** The UTF-16 unit at a code point. */
  unitOf(point: number): number;
}

/** Takes memory only for a text with characters outside the Basic Multilingual Plane. */
export function offsetsOf(text: string): Offsets {
  const pairs: number[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit < 0xd800 || unit > 0xdbff) continue;
    const next = text.charCodeAt(at + 1);
    if (next >= 0xdc00 && next <= 0xdfff) pairs.push(at);
  }
  if (pairs.length === 0) return { length: text.length, pointOf: (unit) => unit, unitOf: (point) => point };
  /** How many pairs begin before what `before` tells of each. */
  const count = (before: (pair: number, index: number) => boolean): number => {
    let [low, high] = [0, pairs.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (before(pairs[middle] ?? 0, middle)) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return {
    length: text.length - pairs.length,
    pointOf: (unit) => unit - count((pair) => pair < unit),
    unitOf: (point) => point + count((pair, index) => pair - index < point),
  };
}
