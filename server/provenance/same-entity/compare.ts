// Says what speaks for and against two entities of one type being one: by their names, and by facts that only one can have.
import { distance } from '../../schema/distance.ts';
import type { EntityType } from '../../schema/key.ts';
import { initials, isAcronym, isTelling, type NameForm } from './names.ts';

/** What is compared of an entity. */
export interface Comparable {
  key: string;
  type: EntityType;
  name: string;
  names: readonly NameForm[];
  iso2: string | null;
  url: string | null;
  /** Of an event its day, of a plan the day it was proposed. */
  day: string | null;
}

export interface Verdict {
  /** 0 to 1: how much speaks for it, by the rules below; no probability. */
  score: number;
  reasons: string[];
  against: string[];
}

interface Reason {
  score: number;
  words: string;
}
const quoted = ({ written }: NameForm): string => `“${written}”`;

/** The last word of the shorter is that of the longer: a surname alone, or with an initial. */
function asPersons(a: NameForm, b: NameForm): Reason | null {
  const [short, long] = a.words.length <= b.words.length ? [a, b] : [b, a];
  if (short.words.length === 1 && long.words.length > 1) {
    if (short.words[0] === long.words.at(-1))
      return { score: 0.5, words: `${quoted(short)} is the surname in ${quoted(long)}` };
    return short.sounds[0] === long.sounds.at(-1)
      ? { score: 0.4, words: `${quoted(short)} sounds like the surname in ${quoted(long)}` }
      : null;
  }
  if (short.words.length < 2 || short.sounds.at(-1) !== long.sounds.at(-1)) return null;
  const [first = '', other = ''] = [short.words[0], long.words[0]];
  if (first.length === 1 && other.startsWith(first) && other !== first)
    return { score: 0.65, words: `${quoted(short)} has the initial and the surname of ${quoted(long)}` };
  const isWithout = short.words.every((word) => long.words.includes(word));
  if (isWithout && long.words.length > short.words.length)
    return { score: 0.75, words: `${quoted(short)} is ${quoted(long)} without a name between` };
  return null;
}

function asBodies(type: EntityType, a: NameForm, b: NameForm): Reason | null {
  for (const [short, long] of [
    [a, b],
    [b, a],
  ] as const) {
    if (isAcronym(short) && initials(long) === short.words.join(''))
      return { score: 0.8, words: `${quoted(short)} stands for the first letters of ${quoted(long)}` };
  }
  const [few, many] = a.words.length <= b.words.length ? [a, b] : [b, a];
  const telling = few.words.filter((word) => isTelling(type, word));
  if (few.words.length < many.words.length && telling.length > 0 && telling.every((word) => many.words.includes(word)))
    // Of groups one word tells little: half of them are of one alliance.
    return {
      score: telling.length > 1 ? 0.6 : type === 'Group' ? 0.3 : 0.4,
      words: `all that tells in ${quoted(few)} is in ${quoted(many)}`,
    };
  return null;
}

/** What two names have in common; the strongest of the rules that hold. */
function ofNames(type: EntityType, a: NameForm, b: NameForm): Reason | null {
  if (a.text === b.text) {
    const plain =
      a.written === b.written ? `both are called ${quoted(a)}` : `${quoted(a)} and ${quoted(b)} are one name`;
    // A surname alone, or one word that many have, is no whole name.
    const isWhole = type !== 'Person' || a.words.length > 1;
    return { score: isWhole ? 0.9 : 0.55, words: isWhole ? plain : `${plain}, of one word` };
  }
  if (a.sounded === b.sounded)
    return { score: a.words.length > 1 ? 0.8 : 0.6, words: `${quoted(a)} and ${quoted(b)} are spellings of one name` };
  if (a.words.length > 1 && a.sorted === b.sorted)
    return { score: 0.75, words: `${quoted(a)} and ${quoted(b)} are the same words in another order` };
  const more = type === 'Person' ? asPersons(a, b) : asBodies(type, a, b);
  if (more !== null) return more;
  const length = Math.min(a.text.length, b.text.length);
  if (a.words.length > 1 && a.words.length === b.words.length && length >= 8 && distance(a.text, b.text) === 1)
    return { score: 0.6, words: `${quoted(a)} and ${quoted(b)} differ in one letter` };
  return null;
}

/** First names of two whole names of persons with one surname that are not each other's. */
function otherFirstName(a: Comparable, b: Comparable): string | null {
  if (a.type !== 'Person') return null;
  const whole = ({ names }: Comparable) => names.filter((name) => name.words.length > 1);
  const [ones, others] = [whole(a), whole(b)];
  const agree = ones.some((one) =>
    others.some((other) => {
      const [first = '', second = ''] = [one.sounds[0], other.sounds[0]];
      return first.startsWith(second) || second.startsWith(first) || one.sounds.includes(second);
    }),
  );
  const [one, other] = [ones[0], others[0]];
  return agree || one === undefined || other === undefined
    ? null
    : `${quoted(one)} and ${quoted(other)} have different first names`;
}

/** Null where nothing speaks for it. The rules and their weights are in docs/curation.md. */
export function compareEntities(a: Comparable, b: Comparable): Verdict | null {
  const found: Reason[] = [];
  for (const one of a.names) {
    for (const other of b.names) {
      const reason = ofNames(a.type, one, other);
      if (reason !== null) found.push(reason);
    }
  }
  if (a.iso2 !== null && a.iso2 === b.iso2) found.push({ score: 0.95, words: `both have the country code ${a.iso2}` });
  if (a.url !== null && a.url === b.url) found.push({ score: 0.9, words: `both have the address ${a.url}` });
  found.sort((one, other) => other.score - one.score);
  const [best] = found;
  if (best === undefined) return null;
  const against: string[] = [];
  let score = best.score;
  if (a.iso2 !== null && b.iso2 !== null && a.iso2 !== b.iso2) {
    against.push(`their country codes are ${a.iso2} and ${b.iso2}`);
    score *= 0.2;
  }
  if (a.day !== null && b.day !== null && a.day !== b.day) {
    against.push(`they are of ${a.day} and of ${b.day}`);
    score *= a.type === 'Event' ? 0.3 : 0.6;
  }
  const first = otherFirstName(a, b);
  if (first !== null) {
    against.push(first);
    score *= 0.4;
  }
  const reasons = [...new Set(found.map(({ words }) => words))].slice(0, 3);
  return { score: Math.round(score * 100) / 100, reasons, against };
}
