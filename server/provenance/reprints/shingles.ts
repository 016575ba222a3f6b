// Shingles and their MinHash signatures: which texts may have passages in common, without comparing all with all.
import { each, type Steps, sortSteps } from '../../schema/steps.ts';
import type { Vocabulary, Words } from './words.ts';

/** Words in a shingle: long enough that two reports on one event rarely share one by chance. */
export const shingleLength = 7;

/** Mixes all bits (the finaliser of MurmurHash3). */
function mix(hash: number): number {
  let h = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}

/**
 * By place, the hash of the shingle that begins there (w-shingling: Broder, On the resemblance and containment of
 * documents, SEQUENCES 1997). `null` where fewer words are left, or with `unquotedOnly` where one of them is quoted.
 */
export function shinglesOf(words: Words, { hashes }: Vocabulary, unquotedOnly: boolean): (number | null)[] {
  const { numbers, quoted } = words;
  return numbers.map((_, start) => {
    if (start + shingleLength > numbers.length) return null;
    let hash = 0;
    for (let at = start; at < start + shingleLength; at++) {
      if (unquotedOnly && quoted[at]) return null;
      hash = mix(Math.imul(hash, 31) + (hashes[numbers[at] ?? 0] ?? 0));
    }
    return hash;
  });
}

const [bands, rows] = [64, 2];
const size = bands * rows;
/** Multipliers (odd) and summands of the permutations, from a fixed seed: a signature is the same on every day. */
const factors = Int32Array.from({ length: size }, (_, at) => mix(at + 1) | 1);
const summands = Int32Array.from({ length: size }, (_, at) => mix(at + size + 1));

/** What is kept of a set of shingles for finding others like it. */
export interface Sketch {
  /** The least hash under each of 128 permutations. */
  readonly least: Uint32Array;
  /** Every fourth shingle or so, chosen by its hash: the same ones in every text. */
  readonly sample: readonly number[];
}

/** MinHash (Broder, 1997) of a set, and a sample of it; null for an empty set. */
export function sketchOf(shingles: ReadonlySet<number>): Sketch | null {
  if (shingles.size === 0) return null;
  const least = new Uint32Array(size).fill(0xffffffff);
  const sample: number[] = [];
  for (const shingle of shingles) {
    if ((shingle & 3) === 0) sample.push(shingle);
    for (let at = 0; at < size; at++) {
      const hash = (Math.imul(shingle, factors[at] ?? 1) + (summands[at] ?? 0)) >>> 0;
      if (hash < (least[at] ?? 0)) least[at] = hash;
    }
  }
  return { least, sample };
}

/** An estimate of the Jaccard index of two sets: the share of permutations with the same least hash. */
export function similarityOf(a: Sketch, b: Sketch): number {
  let same = 0;
  for (let at = 0; at < size; at++) if (a.least[at] === b.least[at]) same++;
  return same / size;
}

/** In a bucket each text meets the first and the last few: with very many copies of one text, not all pairs. */
const lastFew = 3;

/** Puts texts with something in common into one bucket, and notes whom each meets there. */
class Buckets {
  readonly #buckets = new Map<number, number[]>();
  readonly #meet: (before: number, place: number) => void;

  constructor(meet: (before: number, place: number) => void) {
    this.#meet = meet;
  }

  add(name: number, place: number): void {
    const bucket = this.#buckets.get(name);
    if (bucket === undefined) {
      this.#buckets.set(name, [place]);
      return;
    }
    for (const before of new Set([...bucket.slice(0, 1), ...bucket.slice(-lastFew)])) this.#meet(before, place);
    bucket.push(place);
  }
}

/**
 * Pairs of places, the lesser first, that are worth comparing: of sketches that agree in one of 64 bands of 2 rows (of
 * texts with a Jaccard index of 0.25 all but 2 in 100; Leskovec, Rajaraman, Ullman, Mining of Massive Datasets, 3.4),
 * or in a shingle of the sample, which finds a passage of 40 words in texts of any length nearly always (0.75 ^ 34).
 * Linear in the number of texts and the size of the samples.
 */
export function* candidates(sketches: readonly (Sketch | null)[]): Steps<[number, number][]> {
  const pairs = new Set<number>();
  const count = sketches.length;
  const meet = (before: number, place: number): void => {
    pairs.add(before * count + place);
  };
  const samples = new Buckets(meet);
  for (const [place, sketch] of sketches.entries()) {
    for (const one of sketch?.sample ?? []) samples.add(one, place);
    yield;
  }
  for (let band = 0; band < bands; band++) {
    const buckets = new Buckets(meet);
    yield* each(sketches.entries(), ([place, sketch]) => {
      if (sketch === null) return;
      const [one = 0, other = 0] = sketch.least.subarray(band * rows, (band + 1) * rows);
      // 52 of the 64 bits: as much as a number holds exactly.
      buckets.add(one * 0x100000 + (other >>> 12), place);
    });
  }
  const sorted = yield* sortSteps([...pairs], (a, b) => a - b);
  return sorted.map((pair) => [Math.floor(pair / count), pair % count]);
}
