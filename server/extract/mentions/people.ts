// People whom the database does not know: two or more capitalised words with something beside them that says "a person".
import { fold } from '../../schema/fold.ts';
import type { Reading, Word } from '../reading/reading.ts';
import type { Mention } from './mention.ts';
import { notNames, notPeople, particles, roles, sayings, titles } from './people-words.ts';

const capitalised = (word: Word | undefined): boolean => word !== undefined && /^\p{Lu}/u.test(word.text);
const nameLike = (word: Word | undefined): boolean =>
  capitalised(word) &&
  word !== undefined &&
  /^(?:\p{Lu}\.|(?:\p{L}['’])?\p{Lu}[\p{L}\p{M}'’-]*\p{Ll}[\p{L}\p{M}'’-]*)$/u.test(word.text) &&
  !notNames.has(word.lower);
/** "Perhaps Mara Voss": the word that begins a sentence has a capital whatever it is. */
const onlyBegins = ({ words }: Reading, at: number): boolean =>
  words[at - 1]?.sentence !== words[at]?.sentence &&
  /^(?:ADV|ADP|SCONJ|CCONJ|DET|PRON|VERB|AUX|INTJ)$/.test(words[at]?.pos ?? '');

export interface Run {
  from: number;
  to: number;
}
/** Runs of words that look like parts of a name, titles cut off; at most five words. */
function* nameRuns(reading: Reading): Generator<Run> {
  const { words } = reading;
  for (let from = 0; from < words.length; from += 1) {
    if (!nameLike(words[from]) || onlyBegins(reading, from)) continue;
    let to = from + 1;
    const { sentence } = words[from] ?? { sentence: -1 };
    const goesOn = (at: number): boolean => words[at]?.sentence === sentence && nameLike(words[at]);
    const linked = (at: number): number => {
      let next = at;
      while (next - at < 3 && particles.has(words[next]?.text ?? '')) next += 1;
      return goesOn(next) ? next : -1;
    };
    for (let next = linked(to); next >= 0; next = linked(to)) to = next + 1;
    yield { from, to };
    from = to;
  }
}

/** Why a run of words is taken for a person, or nothing. */
function evidence(
  { words }: Reading,
  { from, to }: Run,
  titled: boolean,
  surnames: ReadonlyMap<string, number>,
): string[] {
  const found: string[] = [];
  const [before, after, second] = [words[from - 1], words[to], words[to + 1]];
  if (titled) found.push(`the title “${words[from - 1]?.text ?? ''}” before it`);
  if (after && sayings.has(after.lower)) found.push(`“${after.text}” after it`);
  if (before && sayings.has(before.lower)) found.push(`“${before.text}” before it`);
  if (after?.text === ',' && second && /^\d{2}$/.test(second.text)) found.push('an age after it');
  if (after?.text === ',') {
    for (let at = to + 1; at < to + 7 && words[at] && !/^[.,;]$/.test(words[at]?.text ?? ''); at += 1) {
      if (!roles.has(words[at]?.lower ?? '')) continue;
      found.push(`the office “${words[at]?.text ?? ''}” after it`);
      break;
    }
  }
  const surname = words[to - 1]?.text ?? '';
  if ((surnames.get(surname) ?? 0) > 0) found.push(`“${surname}” alone stands for it elsewhere`);
  return found;
}

/** Words that stand alone with a capital inside a sentence, by how often: a surname does once its bearer is introduced. */
function alone({ words }: Reading): Map<string, number> {
  const counts = new Map<string, number>();
  for (const [at, word] of words.entries()) {
    if (!nameLike(word) || nameLike(words[at - 1]) || nameLike(words[at + 1])) continue;
    // At the beginning of a sentence any word has a capital; what goes on like a subject is a name.
    const begins = words[at - 1]?.sentence !== word.sentence;
    if (begins && !/^(?:VERB|AUX)$/.test(words[at + 1]?.pos ?? '') && words[at + 1]?.lower !== "'s") continue;
    counts.set(word.text, (counts.get(word.text) ?? 0) + 1);
  }
  return counts;
}

export const slugged = (name: string): string => fold(name).replaceAll(' ', '-').slice(0, 150);

/** `taken` are mentions of what is known: a run that only names those is no new person. */
export function newPeople(reading: Reading, taken: readonly Mention[]): Mention[] {
  const { words } = reading;
  const owner = new Map<number, Mention>();
  for (const mention of taken) for (let at = mention.from; at < mention.to; at += 1) owner.set(at, mention);
  const surnames = alone(reading);
  const found: Mention[] = [];
  for (const run of nameRuns(reading)) {
    let { from } = run;
    const { to } = run;
    // A country or an organization before the name qualifies its title: "Norland President Mara Voss".
    let titled = titles.has(words[from - 1]?.lower ?? '');
    for (; from < to; from += 1) {
      const mine = owner.get(from);
      const isTitle = titles.has(words[from]?.lower ?? '');
      if (isTitle) titled = true;
      else if (mine === undefined || mine.type === 'Person') break;
    }
    if (to - from < 2 || to - from > 5) continue;
    const parts = words.slice(from, to);
    if (parts.some(({ lower }) => notPeople.has(lower) || titles.has(lower))) continue;
    if (parts.every(({ text }) => text.length < 3)) continue;
    const known = [...new Set(parts.map((_, at) => owner.get(from + at)))];
    const [mine] = known;
    if (mine !== undefined && mine.from <= from && mine.to >= to) continue;
    if (known.some((one) => one !== undefined && one.type !== 'Person')) continue;
    const reasons = evidence(reading, { from, to }, titled, surnames);
    if (reasons.length === 0) continue;
    const name = parts.map(({ text }) => text).join(' ');
    const slug = slugged(name);
    if (!/^[\p{Ll}\p{N}]/u.test(slug)) continue;
    const score = Math.min(0.9, 0.5 + 0.15 * reasons.length);
    const reason = `a person’s name: ${reasons.join(', ')}`;
    const one = { key: `person:${slug}`, type: 'Person' as const, name, score, reason };
    found.push({ ...one, from, to, known: false, candidates: [one], adjective: false });
  }
  return found;
}
