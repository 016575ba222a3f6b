// Whom a text names as the origin of what it says: a person, an anonymous official or several, a document.
import type { Mention } from '../mentions/mention.ts';
import type { Reading, Words } from '../reading/reading.ts';
import type { Actor } from './party.ts';
import { numberOf } from './quantities.ts';
import { anonymousNouns, documentNouns, sourcePronouns } from './source-words.ts';

export interface SourceFound {
  kind: 'named' | 'anonymous' | 'document' | 'ownReporting';
  actor?: Actor;
  /** How the article calls it. */
  words: Words;
  minCount: number;
  /** The noun for people or things without a name, in its singular. */
  noun: string;
  reason: string;
}
/** Words that only point back: to the last source, or to whom a pronoun stands for. */
export type Back = { back: 'person' | 'people' | 'source' | 'any'; words: Words };

const singular = (noun: string): string => (noun === 'people' ? 'person' : noun.replace(/s$/, ''));

/** What a phrase says of a source; undefined for phrases that name nobody. Outlets are relays, not sources. */
export function sourceIn(
  { words }: Reading,
  phrase: Words,
  actors: readonly Mention[],
): SourceFound | Back | undefined {
  const inside = actors.filter(({ from, to }) => from >= phrase.from && to <= phrase.to);
  const person = inside.findLast(({ type }) => type === 'Person');
  const own = words.slice(phrase.from, phrase.to);
  const at = (test: (lower: string) => boolean): number => own.findIndex(({ lower }) => test(lower));
  const texts = own.map(({ lower }) => lower);
  if (person !== undefined) {
    const actor = {
      key: person.key,
      type: person.type,
      name: person.name,
      known: person.known,
      score: person.score,
      reason: person.reason,
    };
    return { kind: 'named', actor, words: phrase, minCount: 1, noun: 'person', reason: `names ${person.name}` };
  }
  if (texts.length <= 2 && sourcePronouns.has(texts.at(-1) ?? '')) {
    const word = texts.at(-1) ?? '';
    return { back: word === 'he' || word === 'she' ? 'person' : word === 'they' ? 'people' : 'any', words: phrase };
  }
  const noun = at((lower) => anonymousNouns.has(lower));
  if (noun >= 0) {
    const called = texts[noun] ?? '';
    // "the source", "the unnamed official": one told of before.
    if (/^(?:the|this|that)$/.test(texts[0] ?? '') && noun <= 2 && texts.length <= noun + 1 && !inside.length)
      return { back: 'source', words: phrase };
    const number = texts
      .slice(0, noun)
      .map((text) => (text === 'a' || text === 'an' || text === 'one' ? 1 : numberOf(text)))
      .find((one) => one !== undefined && one > 0);
    const many = /s$|^people$/.test(called) && called !== 'spokes';
    const oneOf = /^one of\b/.test(texts.join(' ')) || /^(?:a|another|one) /.test(`${texts[0] ?? ''} `);
    const minCount = oneOf ? 1 : (number ?? (many ? 2 : 1));
    const reason = `“${own.map(({ text }) => text).join(' ')}” are not named${minCount > 1 ? `; at least ${minCount}` : ''}`;
    return { kind: 'anonymous', words: phrase, minCount, noun: singular(called), reason };
  }
  const document = at((lower) => documentNouns.has(lower));
  if (document >= 0)
    return {
      kind: 'document',
      words: phrase,
      minCount: 1,
      noun: texts[document] ?? '',
      reason: `“${texts[document] ?? ''}” is a document`,
    };
  const actor = inside.findLast(
    ({ type, adjective }) => !adjective && (type === 'Country' || type === 'Organization' || type === 'Group'),
  );
  if (actor === undefined) return undefined;
  const { key, type, name, known, score, reason } = actor;
  return {
    kind: 'named',
    actor: { key, type, name, known, score, reason },
    words: phrase,
    minCount: 1,
    noun: '',
    reason: `names ${name}`,
  };
}

const ends = /^[,.;:()“”"]$|^(?:says|said|reports|reported|that|who|which|cited|quoted)$/;

/** "citing four officials": the phrase after each such word, with where it begins. */
export function citedIn({ words }: Reading, sentence: Words): { cue: number; phrase: Words }[] {
  const found: { cue: number; phrase: Words }[] = [];
  for (let at = sentence.from; at < sentence.to - 1; at += 1) {
    const { lower = '' } = words[at] ?? {};
    const before = words[at - 1]?.lower;
    const cites =
      lower === 'citing' ||
      lower === 'quoting' ||
      (lower === 'to' && (before === 'according' || before === 'referring'));
    if (!cites) continue;
    let to = at + 1;
    while (to < sentence.to && to - at < 16 && !ends.test(words[to]?.lower ?? '')) to += 1;
    if (to > at + 1) found.push({ cue: at, phrase: { from: at + 1, to } });
  }
  return found;
}

/** "one NATO official told Lumen": the phrase before each "told". */
export function tellersIn({ words }: Reading, sentence: Words): { cue: number; phrase: Words }[] {
  const found: { cue: number; phrase: Words }[] = [];
  for (let at = sentence.from + 1; at < sentence.to; at += 1) {
    if (words[at]?.lower !== 'told') continue;
    let from = at;
    while (
      from > sentence.from &&
      at - from < 14 &&
      !/^[,.;:()“”"]$|^(?:that|and|but)$/.test(words[from - 1]?.lower ?? '')
    )
      from -= 1;
    // "four US and Union officials": an "and" between nouns belongs to the phrase.
    while (/^and$/.test(words[from - 1]?.lower ?? '') && at - from < 12) {
      from -= 1;
      while (
        from > sentence.from &&
        at - from < 14 &&
        !/^[,.;:()“”"]$|^(?:that|and|but)$/.test(words[from - 1]?.lower ?? '')
      )
        from -= 1;
    }
    if (from < at) found.push({ cue: at, phrase: { from, to: at } });
  }
  return found;
}
