// One sentence as the stance rules look at it: its parties, plans and cues, and which words stand aside between commas.
import type { Mention } from '../mentions/mention.ts';
import type { Reading, Sentence, Word } from '../reading/reading.ts';
import { type Cue, cuesOf } from './cues.ts';
import { partiesOf } from './parties.ts';
import type { Party } from './party.ts';

export interface Scene {
  index: number;
  sentence: Sentence;
  words: readonly Word[];
  parties: readonly Party[];
  plans: readonly Mention[];
  cues: readonly Cue[];
  /** The party that a word belongs to. */
  partyAt: ReadonlyMap<number, Party>;
  /** Whether a word stands in a parenthesis that the word `from` is not in. */
  aside(at: number, from: number): boolean;
  /** Lower-case words of a range, single blanks between. */
  words_(from: number, to: number): string;
}

const opens = new Set(
  `which who whose whom where including led under both such along together with despite citing according
  backed headed amid unlike having saying like while`.split(/\s+/),
);

/** Ranges between commas, dashes or brackets that only add something to what is before them. */
function asides(words: readonly Word[], sentence: Sentence, partyAt: ReadonlyMap<number, Party>): [number, number][] {
  const found: [number, number][] = [];
  for (let at = sentence.from + 1; at < sentence.to; at += 1) {
    const mark = words[at]?.text ?? '';
    const party = partyAt.get(at);
    if (party !== undefined && at > party.from) continue;
    const next = words[/^[”"’]$/.test(words[at + 1]?.text ?? '') ? at + 2 : at + 1]?.lower ?? '';
    const isComma = mark === ',' && (opens.has(next) || /ing$/.test(next));
    if (!isComma && !/^[—–(]$/.test(mark)) continue;
    const closer = mark === '(' ? ')' : mark;
    for (let end = at + 1; end < sentence.to && end - at < 40; end += 1) {
      const inner = partyAt.get(end);
      if (inner !== undefined && end > inner.from && end < inner.to) continue;
      // "…, citing officials, reports that …": what is reported is no aside.
      if (mark === ',' && words[end]?.lower === 'that') break;
      if (words[end]?.text !== closer) continue;
      found.push([at, end + 1]);
      at = end;
      break;
    }
  }
  return found;
}

export function sceneOf(
  reading: Reading,
  index: number,
  mentions: readonly Mention[],
  plans: readonly Mention[],
): Scene {
  const sentence = reading.sentences[index] as Sentence;
  const { words } = reading;
  const parties = partiesOf(reading, sentence, mentions);
  const partyAt = new Map<number, Party>();
  for (const party of parties) for (let at = party.from; at < party.to; at += 1) partyAt.set(at, party);
  const ranges = asides(words, sentence, partyAt);
  return {
    index,
    sentence,
    words,
    parties,
    plans: plans.filter(({ type }) => type === 'Plan'),
    cues: cuesOf(reading, sentence),
    partyAt,
    aside: (at, from) => ranges.some(([start, end]) => at >= start && at < end && !(from >= start && from < end)),
    words_: (from, to) =>
      words
        .slice(Math.max(from, sentence.from), Math.min(to, sentence.to))
        .map(({ lower }) => lower)
        .join(' '),
  };
}
