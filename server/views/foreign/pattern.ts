// What a searcher typed as a regular expression that Java and JavaScript read alike; case and diacritics make no difference.
import { undecomposed } from '../../schema/fold.ts';

/** Letters that do not decompose, by what is typed for them. */
const others: Readonly<Record<string, string>> = {
  a: '[aæ]',
  d: '[dđð]',
  h: '[hħ]',
  i: '[iı]',
  l: '[lł]',
  o: '[oøœ]',
  t: '[tþ]',
};
const spelled: Readonly<Record<string, string>> = { ...undecomposed, ħ: 'h' };

/** Lower case without diacritics; everything but letters and digits parts two words. */
export function searchWords(text: string): string[] {
  const letters = [
    ...text
      .normalize('NFKD')
      .toLowerCase()
      .replace(/\p{M}+/gu, ''),
  ];
  const folded = letters.map((letter) => spelled[letter] ?? letter).join('');
  return folded.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');
}

/** "æ" is found by "ae" and "ß" by "ss"; each letter may carry marks, which NFKD sets behind it. */
const letterPattern = (letter: string): string => `${others[letter] ?? letter}\\p{M}*`;
const wordPattern = (word: string): string =>
  [...word]
    .map(letterPattern)
    .join('')
    .replaceAll('s\\p{M}*s\\p{M}*', '(?:s\\p{M}*s|ß)\\p{M}*')
    .replaceAll(`${others.a}\\p{M}*e\\p{M}*`, `(?:${others.a}\\p{M}*e|æ)\\p{M}*`)
    .replaceAll(`${others.o}\\p{M}*e\\p{M}*`, `(?:${others.o}\\p{M}*e|œ)\\p{M}*`)
    .replaceAll(`${others.t}\\p{M}*${others.h}\\p{M}*`, `(?:${others.t}\\p{M}*${others.h}|þ)\\p{M}*`);

/** Matches a text in NFKD that holds every word somewhere; for JavaScript with the flags `isu`, for Java behind `(?isu)`. */
export const textPattern = (words: readonly string[]): string =>
  `^${words.map((word) => `(?=.*${wordPattern(word)})`).join('')}.*$`;
