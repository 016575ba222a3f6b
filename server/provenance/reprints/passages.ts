// The longest passages that two texts have in common, word for word.
import { shingleLength } from './shingles.ts';
import type { Words } from './words.ts';

export interface Text {
  readonly words: Words;
  /** By place, the hash of the shingle that begins there, quoted words too. */
  readonly shingles: readonly (number | null)[];
  /** By place, whether the word counts: neither quoted nor in what its outlet prints again and again. */
  readonly counts: readonly boolean[];
}

/** A run of words in both texts, by the places of its first words. */
export interface Run {
  readonly a: number;
  readonly b: number;
  readonly length: number;
  /** Words that count in both. */
  readonly counted: number;
}

/** A shingle that comes more often in one text is hardly a place to go by. */
const mostPlaces = 8;

/**
 * The runs of at least a shingle's length, in the order of `a`, each as long as it can be from where it begins; runs
 * of quoted and often printed words alone are left out. Linear in the length of both.
 */
export function sharedRuns(a: Text, b: Text): Run[] {
  const places = new Map<number, number[]>();
  for (const [place, shingle] of b.shingles.entries()) {
    if (shingle === null) continue;
    const there = places.get(shingle);
    if (there === undefined) places.set(shingle, [place]);
    else if (there.length < mostPlaces) there.push(place);
  }
  const runs: Run[] = [];
  for (let at = 0; at < a.shingles.length; ) {
    let [best, length] = [-1, 0];
    for (const place of places.get(a.shingles[at] ?? Number.NaN) ?? []) {
      let same = 0;
      while (at + same < a.words.numbers.length && a.words.numbers[at + same] === b.words.numbers[place + same]) {
        same++;
      }
      if (same > length) [best, length] = [place, same];
    }
    if (length < shingleLength) {
      at++;
      continue;
    }
    let counted = 0;
    for (let word = 0; word < length; word++) if (a.counts[at + word] && b.counts[best + word]) counted++;
    if (counted >= shingleLength) runs.push({ a: at, b: best, length, counted });
    at += length;
  }
  return runs;
}
