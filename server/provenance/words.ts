// When two pieces of text are the same words.
import { fold } from '../schema/fold.ts';

/**
 * What two texts share when only case, accents, marks and blanks tell them apart: "the U.S." and "the US" are one, and
 * so are "won't" and "won’t". Of a text without letters and digits, the marks themselves.
 */
export function sameWords(text: string): string {
  const folded = fold(text.replace(/(?<=\p{L})[.'’](?=\p{L})/gu, ''));
  return folded === '' ? text.trim() : folded;
}
