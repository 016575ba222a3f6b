// Finds the words that state a position: as a verb, an adjective or a noun.
import type { Stance } from '../../schema/stance.ts';
import type { Reading, Sentence, Word, Words } from '../reading/reading.ts';
import { type Form, formsOf } from './inflect.ts';
import { adjectives, having, nouns, verbs } from './stance-words.ts';

export interface Cue extends Words {
  stance: Stance;
  kind: 'verb' | 'adjective' | 'noun';
  form: Form;
  /** Only counts with a plan named outright. */
  weak: boolean;
}
interface Pattern {
  stance: Stance;
  kind: Cue['kind'];
  form: Form;
  weak: boolean;
  /** Words that must follow, and after them one that may. */
  rest: readonly string[];
  may: readonly string[];
}

const patterns = new Map<string, Pattern[]>();
function add(first: string, pattern: Pattern): void {
  patterns.set(
    first,
    [...(patterns.get(first) ?? []), pattern].sort((a, b) => b.rest.length - a.rest.length),
  );
}
for (const [kind, table] of [
  ['verb', verbs],
  ['adjective', adjectives],
  ['noun', nouns],
] as const) {
  for (const [stance, text] of Object.entries(table) as [Stance, string][]) {
    for (const [weak, part] of text.split('?').entries()) {
      for (const entry of part
        .split('|')
        .map((one) => one.trim().replace(/\s+/g, ' '))
        .filter((one) => one !== '')) {
        const [, must = '', may] = /^([^(]*)(?:\((.*)\))?$/.exec(entry) ?? [];
        const [first = '', ...rest] = must.trim().split(' ');
        const forms = kind === 'verb' ? formsOf(first) : ([[first, 'base']] as const);
        for (const [form, how] of forms)
          add(form, { stance, kind, form: how, weak: weak > 0, rest, may: may === undefined ? [] : [may.trim()] });
      }
    }
  }
}

const determiners = new Set(
  `the a an 's ' his her its their our my your any no some more much little less of for with without
  from strong broad full wide further public political continued firm active growing in such this that`.split(/\s+/),
);
const verbBefore = new Set(
  `to not n't will would can could may might should must do does did who which they we i it he she
  and or also still now never`.split(/\s+/),
);
const having_ = new Set(having);

/** Whether a word that may be either stands here as a noun. */
function isNoun(words: readonly Word[], at: number): boolean {
  const [before, word] = [words[at - 1], words[at]];
  if (before === undefined || word === undefined) return word?.pos === 'NOUN';
  if (verbBefore.has(before.lower)) return false;
  // "support it", "back the plan": an object follows, and nothing before makes it a noun.
  if (
    /^(?:it|them|this|the|a|an|its|their|his|her)$/.test(words[at + 1]?.lower ?? '') &&
    !determiners.has(before.lower)
  )
    return false;
  if (determiners.has(before.lower) || having_.has(before.lower) || before.pos === 'ADJ' || before.pos === 'DET')
    return true;
  const after = words[at + 1];
  if (word.pos !== 'VERB' && before.pos === 'PROPN' && after?.pos === 'AUX') return true;
  return word.pos === 'NOUN' && before.pos !== 'PROPN' && before.pos !== 'NOUN' && before.pos !== 'ADV';
}
const ambiguous = new Set(
  'support back backing advocate advocates champions object objects veto block question doubt doubts present welcome fight favor favour demand demands champion push bid supports backs questions campaign call calls appeal request approach pledge promise stall'.split(
    ' ',
  ),
);

const lacking =
  /\b(?:lack(?:s|ed|ing)?|no|without|lost|los(?:es|ing)|little|dropped|withdrew)(?: (?:of|any|broad|full|public|further|clear|strong|its|their|his|her))*$/;
const filler = new Set(['ADV']);

/** The words after the first, up to two adverbs between; where they end, or undefined. */
function matchRest(words: readonly Word[], at: number, { rest, may }: Pattern, end: number): number | undefined {
  let next = at + 1;
  for (const [number, word] of [...rest, ...may].entries()) {
    let index = next;
    for (let skipped = 0; skipped < 3 && index < end; skipped += 1, index += 1) {
      if (words[index]?.lower === word) break;
      if (!filler.has(words[index]?.pos ?? '') && !/^["“”]$/.test(words[index]?.text ?? '')) {
        index = end;
        break;
      }
    }
    if (words[index]?.lower !== word || index >= end) return number < rest.length ? undefined : next;
    next = index + 1;
  }
  return next;
}

/** Cues of a sentence in order, none within another. */
export function cuesOf({ words }: Reading, sentence: Sentence): Cue[] {
  const found: Cue[] = [];
  for (let at = sentence.from; at < sentence.to; at += 1) {
    const word = words[at];
    if (word === undefined || at < (found.at(-1)?.to ?? 0)) continue;
    let best: Cue | undefined;
    for (const pattern of patterns.get(word.lower) ?? []) {
      const { stance, kind, form, weak } = pattern;
      const to = matchRest(words, at, pattern, sentence.to);
      if (to === undefined) continue;
      if (kind === 'verb' && ambiguous.has(word.lower) && isNoun(words, at)) continue;
      // "the proposed quota": the plan is so called, and nobody is said to propose it.
      const qualifies =
        form !== 'base' &&
        form !== 's' &&
        /^(?:the|a|an|this|that|these|its|their|his|her|'s|any)$/.test(words[at - 1]?.lower ?? '');
      if (kind === 'verb' && qualifies && words[at + 1]?.lower !== 'by') continue;
      if (kind === 'noun' && ambiguous.has(word.lower) && !isNoun(words, at)) continue;
      // "opposition parties", "support staff": a noun straight before another is its qualifier.
      if (
        kind === 'noun' &&
        to === at + 1 &&
        /^(?:NOUN|PROPN)$/.test(words[to]?.pos ?? '') &&
        words[to]?.lower !== 'shown'
      )
        continue;
      // "lacks broad support", "no objections": there is none.
      if (
        kind === 'noun' &&
        lacking.test(
          words
            .slice(Math.max(0, at - 4), at)
            .map(({ lower }) => lower)
            .join(' '),
        )
      )
        continue;
      if (best === undefined || to > best.to) best = { from: at, to, stance, kind, form, weak };
    }
    if (best !== undefined) found.push(best);
  }
  return found;
}
