// What lies between a cue's heart and each word of its window: distance, sentences, quotations, commas, verbs, other cues.
import { tags } from '../text/tags.ts';
import { bucket } from './cue-features.ts';
import { hashOf } from './hash.ts';
import type { View } from './view.ts';
import type { Window } from './window.ts';

/** One number a token of the window for each thing, by place in the window. */
export interface SpanContext {
  heart: number;
  first: number;
  count: number;
  /** 0 before the heart, 1 the heart, 2 behind it. */
  side: Int32Array;
  distance: Int32Array;
  /** Sentences from the heart's: 0 the same, 1 or 2 before, 3 or 4 behind; 5 another paragraph. */
  sentence: Int32Array;
  /** Commas, verbs and other cues between the heart and here, each up to 3, and heavier marks. */
  commas: Int32Array;
  verbs: Int32Array;
  cues: Int32Array;
  marks: Int32Array;
  /** Quotations begun or ended between the heart and here (up to 3) × 4, and whether this stands in one. */
  quotes: Int32Array;
}

const comma = hashOf(',');
const heavy = new Set([';', ':', '—', '–', '--', '(', ')'].map(hashOf));

/** Walks outward from the heart. `cues` holds for each row how sure a cue's heart is there, 0 to 1. */
export function contextOf(view: View, cues: Float32Array, heart: number, { first, last }: Window): SpanContext {
  const count = last - first + 1;
  const column = () => new Int32Array(count);
  const c: SpanContext = {
    heart,
    first,
    count,
    side: column(),
    distance: column(),
    sentence: column(),
    commas: column(),
    verbs: column(),
    cues: column(),
    marks: column(),
    quotes: column(),
  };
  const walk = (step: number) => {
    let [commas, verbs, others, marks, turns] = [0, 0, 0, 0, 0];
    for (let row = step < 0 ? heart : heart + 1; row >= first && row <= last; row += step) {
      const at = row - first;
      const quote = view.quote[row] as number;
      // A mark that opens (closes) a quotation belongs to it from whichever side one comes.
      if (row !== heart && quote === (step > 0 ? 2 : 3)) turns = Math.min(3, turns + 1);
      c.side[at] = row < heart ? 0 : row === heart ? 1 : 2;
      c.distance[at] = bucket(Math.abs(row - heart));
      const apart = (view.sentence[row] as number) - (view.sentence[heart] as number);
      c.sentence[at] =
        view.paragraph[row] !== view.paragraph[heart]
          ? 5
          : apart === 0
            ? 0
            : apart < 0
              ? Math.min(2, -apart)
              : 2 + Math.min(2, apart);
      c.commas[at] = Math.min(3, commas);
      c.verbs[at] = Math.min(3, verbs);
      c.cues[at] = Math.min(2, others);
      c.marks[at] = Math.min(2, marks);
      c.quotes[at] = turns * 4 + (quote > 0 ? 1 : 0);
      if (row !== heart) {
        const word = view.word[row] as number;
        if (word === comma) commas++;
        else if (heavy.has(word)) marks++;
        if (view.tag[row] === tags.VERB + 1) verbs++;
        if ((cues[row] as number) > 0.3) others++;
        if (quote === (step > 0 ? 3 : 2)) turns = Math.min(3, turns + 1);
      }
    }
  };
  walk(-1);
  walk(1);
  return c;
}
