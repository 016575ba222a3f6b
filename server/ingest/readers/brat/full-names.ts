// The full names of people that stand in a text, by surname: what "Brook" or "Ms. Brook" stands for further down.
import { fold } from '../../../schema/fold.ts';
import { addTo } from '../../../schema/lists.ts';
import type { CodePoints, Range } from '../text/code-points.ts';
import { countryCode, functionWords, organizationWords, outletWords, titles } from './words.ts';

export interface FullName {
  /** Without initials in its middle. */
  name: string;
  /** Where the text has it first. */
  at: Range;
  count: number;
}

/** Words that begin with a capital, one blank between each two; an initial or a title may end with a point. */
const run = /\p{Lu}[\p{L}'’-]*\.?(?: \p{Lu}[\p{L}'’-]*\.?){1,4}/gu;
const suffix = /^(jr|sr|ii|iii|iv)$/;
const bare = (word: string): string => fold(word.replace(/['’]s?$/, ''));

/** The words of a name without titles before it and a genitive after it. */
export function withoutTitles(words: readonly string[]): string[] {
  const from = words.findIndex((word) => !titles.has(bare(word)) && !functionWords.has(bare(word)));
  return from === -1 ? [] : words.slice(from).map((word, at, all) => (at === all.length - 1 ? trimEnd(word) : word));
}
const trimEnd = (word: string): string => word.replace(/(['’]s|['’]|[.,;:])$/, '');

/** Whether two to four words can be a person's name: none of them is an organization's, a title's or a country's. */
export function isPersonName(words: readonly string[]): boolean {
  if (words.length < 2 || words.length > 4 || countryCode(words.join(' ')) !== undefined) return false;
  return words.every((word, at) => {
    const plain = bare(word);
    if (outletWords.has(plain) || organizationWords.has(plain) || titles.has(plain) || functionWords.has(plain))
      return false;
    const isInitial = /^\p{Lu}\.?$/u.test(word);
    const isAcronym = /^\p{Lu}{2,}$/u.test(word);
    return at === words.length - 1 ? !isInitial && !isAcronym && !suffix.test(plain) : true;
  });
}

/** "Ada J. Brook" → "Ada Brook". */
export const withoutInitials = (words: readonly string[]): string =>
  words.filter((word, at) => at === 0 || !/^\p{Lu}\.?$/u.test(word)).join(' ');

export const surnameOf = (word: string): string => bare(word);

export class FullNames {
  readonly #bySurname = new Map<string, FullName[]>();

  constructor(points: CodePoints) {
    const names = new Map<string, FullName>();
    for (const { 0: found, index } of points.text.matchAll(run)) {
      const all = found.split(' ');
      const words = withoutTitles(all);
      if (!isPersonName(words)) continue;
      const name = withoutInitials(words);
      const known = names.get(fold(name));
      if (known !== undefined) {
        known.count += 1;
        continue;
      }
      const skipped = all.slice(0, all.length - words.length).join(' ').length;
      const start = index + (skipped === 0 ? 0 : skipped + 1);
      const unit = { start: points.at(start), end: points.at(start + words.join(' ').length) };
      const made = { name, at: unit, count: 1 };
      names.set(fold(name), made);
      addTo(this.#bySurname, surnameOf(words.at(-1) ?? ''), made);
    }
  }

  /** The one person of this surname; undefined where the text has none, or several of whom none stands out. */
  of(surname: string): FullName | undefined {
    const found = [...(this.#bySurname.get(surnameOf(surname)) ?? [])].sort((a, b) => b.count - a.count);
    const [first, second] = found;
    // What comes once beside a name that comes often is a word at the head of a sentence more often than a person.
    return second === undefined || (second.count === 1 && (first?.count ?? 0) >= 3) ? first : undefined;
  }

  /** The place of a full name as the text has it first. */
  place(name: string): Range | undefined {
    const last = name.split(' ').at(-1) ?? '';
    return this.#bySurname.get(surnameOf(last))?.find((one) => fold(one.name) === fold(name))?.at;
  }
}
