// Places of a text as a draft may hold them: short enough, of whole words, and of characters that a document may hold.
import type { Span } from '../schema/span.ts';
import { maxQuoteLength } from '../schema/span.ts';
import type { Range, Reading, Words } from './reading/reading.ts';
import { placeOf } from './reading/reading.ts';

/** Control characters other than line breaks and tabs, and halves of surrogate pairs. */
const unfit = /(?![\r\n\t])[\p{Cc}\p{Cs}]/u;

/** Undefined for a place without words, or with characters that no document holds; what is too long is cut at its end. */
export function spanOf(reading: Reading, { start, end }: Range): Span | undefined {
  if (end <= start) return undefined;
  const quote = reading.slice({ start, end: Math.min(end, start + maxQuoteLength) });
  if (unfit.test(quote)) return undefined;
  const cut = end - start > maxQuoteLength ? quote.replace(/\s+\S*$/u, '') : quote;
  return { start, end: start + [...cut].length, quote: cut };
}
export const spanOfWords = (reading: Reading, words: Words): Span | undefined =>
  spanOf(reading, placeOf(reading, words));

/** A text in one line, without what a line may not hold, of at most so many characters; undefined where nothing is left. */
export function lineOf(text: string, most = 300): string | undefined {
  const line = text
    .replace(/[\p{Cc}\p{Cs}\p{Cf}\s]+/gu, ' ')
    .trim()
    .slice(0, most)
    .replace(/\p{Cs}$/u, '')
    .trim();
  return /[\p{L}\p{N}]/u.test(line) ? line : undefined;
}
export const wordsText = (reading: Reading, words: Words): string => reading.slice(placeOf(reading, words));
