// Numbers and quantifiers before a collective: "at least seven of 32", "a majority of", "none of the".

import type { z } from 'zod';
import type { Quantifier } from '../../schema/stance.ts';

export interface Quantity {
  quantifier: z.infer<typeof Quantifier>;
  number?: number;
  of?: number;
  /** The rule, in words. */
  reason: string;
}

const small =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const tens = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');

/** "seven" → 7, "32" → 32, "twenty-seven" → 27, "dozen" → 12; undefined for what is no count. */
export function numberOf(word: string): number | undefined {
  const lower = word.toLowerCase();
  if (/^\d{1,3}(?:,\d{3})+$/.test(lower)) return Number(lower.replaceAll(',', ''));
  if (/^\d{1,6}$/.test(lower)) return Number(lower);
  if (lower === 'dozen') return 12;
  if (small.includes(lower)) return small.indexOf(lower);
  const [ten = '', one] = lower.split('-');
  if (!tens.includes(ten)) return undefined;
  const digit = one === undefined ? 0 : small.indexOf(one);
  return digit < 0 || digit > 9 ? undefined : (tens.indexOf(ten) + 2) * 10 + digit;
}

const most = /\b(?:majority|most)\b/;
const every = /^(?:all|every|each)\b|\ball of\b/;
const none = /^(?:none|no)\b/;
const atLeast = /\b(?:at least|more than|over|no fewer than|a minimum of|as many as|upwards? of)\b/;
const moreThan = /\b(?:more than|over)\b/;

/**
 * The quantity that the words before a collective state, in lower case with single blanks; undefined where they state
 * none. A plain number is read as "at least": that seven oppose does not say that the eighth does not.
 */
export function quantityIn(phrase: string): Quantity | undefined {
  const words = phrase.split(' ').filter((word) => word !== '');
  const numbers = words.map(numberOf).filter((number) => number !== undefined);
  const [number, of] = numbers;
  const ofAll = words.includes('of') && of !== undefined && number !== undefined && of >= number ? { of } : {};
  if (most.test(phrase)) {
    const whole = number === undefined ? {} : { of: number };
    return { quantifier: 'majority', ...whole, reason: 'says “majority” or “most”' };
  }
  if (every.test(phrase)) return { quantifier: 'all', ...(number ? { of: number } : {}), reason: 'says “all”' };
  if (none.test(phrase) && number === undefined) return { quantifier: 'none', reason: 'says “none” or “no”' };
  if (number === undefined || number === 0) return undefined;
  if (/\b(?:exactly|only|just)\b/.test(phrase))
    return { quantifier: 'exactly', number, ...ofAll, reason: 'a number with “exactly”, “only” or “just”' };
  if (moreThan.test(phrase) && !/\bno more than\b/.test(phrase))
    return { quantifier: 'atLeast', number: number + 1, ...ofAll, reason: `more than ${number}` };
  const reason = atLeast.test(phrase) ? 'says “at least”' : 'a plain number: at least so many';
  return { quantifier: 'atLeast', number, ...ofAll, reason };
}
