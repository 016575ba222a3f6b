// Makes words fit where the format has a limit: at the end of a sentence where there is one, else between words.
import { maxQuoteLength } from '../../../schema/span.ts';
import { shortHash } from '../../canonical.ts';
import type { CodePoints, Range } from './code-points.ts';

/** The end of a sentence, with the quotation mark or bracket that closes it. */
const sentenceEnd = /[.!?…]["'”’»)\]]*(?=\s)/gu;

/** Code units of the longest beginning of a text that fits: whole sentences, else whole words, else letters. */
function fitting(text: string, most: number): number {
  if (text.length <= most) return text.length;
  let end = 0;
  for (const { index, 0: mark } of text.slice(0, most + 1).matchAll(sentenceEnd))
    if (index + mark.length <= most) end = index + mark.length;
  if (end > 0) return end;
  const words = text.slice(0, most + 1).search(/\s\S*$/);
  if (words > 0) return text.slice(0, words).trimEnd().length;
  // Never between the halves of a surrogate pair.
  return /[\ud800-\udbff]/.test(text.charAt(most - 1)) ? most - 1 : most;
}

/** A range that a quotation can hold: the whole, or of a longer one its first sentences, at least its first words. */
export function quotable(points: CodePoints, range: Range): Range {
  const words = points.slice(range);
  const end = points.unit(range.start) + fitting(words, maxQuoteLength);
  return { start: range.start, end: points.at(end) };
}

/** The range without blanks at its ends; null where it holds nothing else. */
export function trimmed(points: CodePoints, { start, end }: Range): Range | null {
  const words = points.slice({ start, end });
  const before = words.length - words.trimStart().length;
  if (before === words.length) return null;
  return { start: start + before, end: end - (words.length - words.trimEnd().length) };
}

/** Words in one line, none of them a control character. */
export const inLine = (text: string): string => text.replace(/[\s\p{Cc}]+/gu, ' ').trim();

/** A line of at most so many code units, shortened between words and marked so. */
export function line(text: string, most: number): string {
  const whole = inLine(text);
  return whole.length <= most ? whole : `${whole.slice(0, fitting(whole, most - 2))} …`;
}

/** The same, but told apart from any other that begins alike: by a hash of the whole at its end. */
export function distinctLine(text: string, most: number): string {
  const whole = inLine(text);
  if (whole.length <= most) return whole;
  return `${whole.slice(0, fitting(whole, most - 12))} … ${shortHash([whole]).slice(0, 8)}`;
}
