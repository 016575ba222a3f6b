// Outlets, organizations and events that the database does not know, by the words their names are made of.
import { fold } from '../../schema/fold.ts';
import type { EntityType } from '../../schema/key.ts';
import type { Reading, Word } from '../reading/reading.ts';
import {
  eventHeads,
  notAcronyms,
  organizationHeads,
  outletHeads,
  outletNouns,
  wellKnownOutlets,
} from './institution-words.ts';
import type { Mention } from './mention.ts';
import { nameIndexOf } from './name-index.ts';
import { slugged } from './people.ts';
import { notNames } from './people-words.ts';

const wellKnown = nameIndexOf(
  wellKnownOutlets.flatMap((names) => names.map((name) => [name, names[0] ?? name] as const)),
);

interface Guess {
  type: EntityType;
  score: number;
  reason: string;
}
const capitalised = (word: Word | undefined): boolean => word !== undefined && /^\p{Lu}/u.test(word.text);

export function newMention(from: number, to: number, name: string, { type, score, reason }: Guess): Mention[] {
  const slug = slugged(name);
  if (!/^[\p{Ll}\p{N}][\p{Ll}\p{N}-]*$/u.test(slug)) return [];
  const one = { key: `${type.toLowerCase()}:${slug}`, type, name, score, reason };
  return [{ ...one, from, to, known: false, candidates: [one], adjective: false }];
}

/** Verbs that only an outlet does with an outlet's name before them. */
const outletVerbs = new Set(['reported', 'reports', 'reporting', 'quoted', 'quotes']);

function guessOf(words: readonly Word[], from: number, to: number): Guess | undefined {
  const [first, last] = [words[from], words[to - 1]];
  if (first === undefined || last === undefined) return undefined;
  const [before, after] = [words[from - 1]?.lower ?? '', words[to]?.lower ?? ''];
  const many = to - from > 1;
  if (many && outletHeads.has(last.lower))
    return { type: 'Outlet', score: 0.7, reason: `“${last.text}” ends the names of outlets` };
  if (outletNouns.has(before) && !many) return { type: 'Outlet', score: 0.7, reason: `called a ${before} by the text` };
  if (many && eventHeads.has(last.lower))
    return { type: 'Event', score: 0.5, reason: `“${last.text}” ends the names of events` };
  if (many && organizationHeads.has(last.lower))
    return { type: 'Organization', score: 0.7, reason: `“${last.text}” ends the names of organizations` };
  if (organizationHeads.has(first.lower) && words[from + 1]?.lower === 'of' && to - from > 2)
    return { type: 'Organization', score: 0.7, reason: `“${first.text} of …” is the name of an organization` };
  const shouted = [words[from - 1], words[to]].some((word) => /^\p{Lu}{2,}$/u.test(word?.text ?? ''));
  if (!many && /^\p{Lu}{2,6}$/u.test(last.text) && !notAcronyms.has(last.lower) && !shouted)
    return { type: 'Organization', score: 0.4, reason: 'an abbreviation in capitals' };
  const begins = words[from - 1]?.sentence !== first.sentence;
  if (outletVerbs.has(after) && !many && !begins && words[to + 1]?.lower !== 'by')
    return { type: 'Outlet', score: 0.45, reason: `“${after}” after it` };
  return undefined;
}

/** Proposals for capitalised phrases outside what is `taken`; organizations go on over "of", "for", "and" and "the". */
export function newInstitutions(reading: Reading, taken: readonly Mention[]): Mention[] {
  const { words } = reading;
  const owner = new Map<number, Mention>();
  for (const mention of taken) for (let at = mention.from; at < mention.to; at += 1) owner.set(at, mention);
  const people = new Set(taken.filter(({ type }) => type === 'Person').map(({ to }) => words[to - 1]?.lower ?? ''));
  const found: Mention[] = wellKnown.find(reading).flatMap(({ from, to, values }) => {
    if (owner.has(from)) return [];
    const name = values[0]?.value ?? '';
    return newMention(from, to, name, { type: 'Outlet', score: 0.85, reason: `${name} is a well-known outlet` });
  });
  for (const { from, to } of found) for (let at = from; at < to; at += 1) owner.set(at, { type: 'Outlet' } as Mention);
  for (let from = 0; from < words.length; from += 1) {
    const first = words[from];
    const compass = /^(?:new|north|south|east|west|central)$/.test(first?.lower ?? '') && capitalised(words[from + 1]);
    if (
      first === undefined ||
      !capitalised(first) ||
      (notNames.has(first.lower) && !outletHeads.has(first.lower) && !compass)
    )
      continue;
    if (owner.get(from) !== undefined && owner.get(from)?.type !== 'Country') continue;
    const inside = (at: number): boolean =>
      words[at]?.sentence === first.sentence &&
      capitalised(words[at]) &&
      (owner.get(at)?.type ?? 'Country') === 'Country';
    let to = from + 1;
    while (to - from < 8) {
      if (inside(to)) to += 1;
      else if (/^(?:of|for)$/.test(words[to]?.text ?? '') && inside(to + 1)) to += 2;
      else if (words[to]?.text === 'of' && words[to + 1]?.text === 'the' && inside(to + 2)) to += 3;
      else break;
    }
    // A country alone, or several side by side, are no organization.
    let guess = owner.has(from) && to - from === 1 ? undefined : guessOf(words, from, to);
    // "Ilse Kron of the Strand Gazette" is no outlet, what follows is.
    const of = words.slice(from, to).findIndex(({ text }) => text === 'of');
    if (guess?.type === 'Outlet' && of > 0) {
      from += words[from + of + 1]?.text.toLowerCase() === 'the' ? of + 2 : of + 1;
      guess = guessOf(words, from, to);
    }
    // "Voss reported" is the person of that surname.
    if (guess?.score === 0.45 && people.has(words[from]?.lower ?? '')) guess = undefined;
    if (guess !== undefined) {
      const name = words
        .slice(from, to)
        .map(({ text }) => text)
        .join(' ');
      found.push(...newMention(from, to, name, guess));
    }
    from = to - 1;
  }
  return found;
}

/** "the Vale administration", "the Norland government": a government under a person, or a country's, is told apart. */
export function administrations(reading: Reading, mentions: readonly Mention[]): Mention[] {
  return mentions.flatMap((mention) => {
    const noun = reading.words[mention.to];
    if (mention.type !== 'Person' || noun?.lower !== 'administration') return [];
    const surname = reading.words[mention.to - 1]?.text ?? mention.name;
    const name = `${surname} administration`;
    const reason = `the administration of ${mention.name}`;
    return newMention(mention.from, mention.to + 1, name, { type: 'Organization', score: 0.7, reason });
  });
}

/** Abbreviations in brackets after a name: "North Harbour Council (NHC)" makes NHC that council. */
export function abbreviations(reading: Reading, mentions: readonly Mention[]): Map<string, Mention> {
  const found = new Map<string, Mention>();
  for (const mention of mentions) {
    const [open, short, close] = [0, 1, 2].map((at) => reading.words[mention.to + at]);
    if (open?.text !== '(' || close?.text !== ')' || short === undefined || !/^\p{Lu}{2,7}$/u.test(short.text))
      continue;
    const initials = fold(mention.name)
      .split(' ')
      .map((word) => word[0] ?? '')
      .join('');
    if (short.lower.startsWith(initials[0] ?? '-')) found.set(short.text, mention);
  }
  return found;
}
