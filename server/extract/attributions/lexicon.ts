// What kind of thing a word means, by WordNet's broad classes: of speech, of thought, of feeling, a person, a group.

/** Looks a stem's meaning up by hash. Stems are in ascending order. */
export interface Lexicon {
  stems: Int32Array;
  /** Bits 0–3 the verb's class (0: no verb), 4–9 its sentence frames, 10–14 the noun's class (0: no noun), 15–18 its likelier senses. */
  meanings: Uint32Array;
}

export const emptyLexicon: Lexicon = { stems: new Int32Array(0), meanings: new Uint32Array(0) };

/** The meaning of a stem, 0 where it is not known. */
export function meaningOf({ stems, meanings }: Lexicon, stem: number): number {
  let [low, high] = [0, stems.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((stems[middle] as number) < stem) low = middle + 1;
    else high = middle;
  }
  return stems[low] === stem ? (meanings[low] as number) : 0;
}

export const verbClass = (meaning: number): number => meaning & 15;
export const verbFrames = (meaning: number): number => (meaning >>> 4) & 63;
export const nounClass = (meaning: number): number => (meaning >>> 10) & 511;
