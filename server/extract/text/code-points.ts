// Offsets of one text in UTF-16 units, as JavaScript counts, and in Unicode code points, as Hearsay's spans count.

/** A half-open range of Unicode code points in a text. */
export interface Range {
  start: number;
  end: number;
}

/** Turns offsets of one text from UTF-16 units into code points and back. */
export interface CodePoints {
  /** The number of code points in the text. */
  length: number;
  /** The code point at or before a UTF-16 offset between 0 and the text's length. */
  fromUnits(unit: number): number;
  /** The UTF-16 offset of a code point between 0 and `length`. */
  toUnits(point: number): number;
  /** The text of a range of code points. */
  slice(range: Range): string;
}

const astral = /[\ud800-\udbff][\udc00-\udfff]/g;

/** How many of the ascending offsets lie below the limit. */
function countBelow(offsets: readonly number[], limit: number): number {
  let [low, high] = [0, offsets.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((offsets[middle] as number) < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Counts a text's code points; a lone surrogate counts as one, as in Python's decoding with surrogates passed. */
export function codePointsOf(text: string): CodePoints {
  // The second unit of each pair: what lies behind it is one code point fewer along than units tell.
  const second: number[] = [];
  for (const match of text.matchAll(astral)) second.push(match.index + 1);
  const inPoints = second.map((unit, index) => unit - 1 - index);
  const toUnits = (point: number) => point + countBelow(inPoints, point);
  return {
    length: text.length - second.length,
    fromUnits: (unit) => unit - countBelow(second, unit + 1),
    toUnits,
    slice: ({ start, end }) => text.slice(toUnits(start), toUnits(end)),
  };
}
