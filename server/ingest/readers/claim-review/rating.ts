// What a fact-check's rating says of the claim: that it is so, that it is not, or neither.
import type { Mode } from '../../../schema/stance.ts';
import { isObject, textOf } from './find.ts';

/** The verdicts of fact-checkers who write English, at the beginning of their words for it. */
const denies =
  /^(?:false|mostly false|pants on fire|incorrect|wrong|fake|fabricated|untrue|inaccurate|hoax|not true|bogus|no\b|debunked|altered|scam|four pinocchios)/i;
const asserts =
  /^(?:true|mostly true|correct|accurate|mostly accurate|right\b|fact\b|verified|confirmed|yes\b|geppetto)/i;

export interface Verdict {
  mode: Mode;
  /** The fact-checker's own words: "Mostly false". */
  words: string | undefined;
}

const numberOf = (value: unknown): number | undefined => {
  const found = Number.parseFloat(textOf(value) ?? '');
  return Number.isFinite(found) ? found : undefined;
};

/**
 * By the words where they are plain; else by where the value stands between worst and best (the lowest fifth denies, the
 * highest asserts); else the claim is questioned, which is all that is sure.
 */
export function verdictOf(rating: unknown): Verdict {
  const [one] = [rating].flat();
  if (!isObject(one)) return { mode: 'questions', words: textOf(rating) };
  const words = textOf(one.alternateName) ?? textOf(one.name);
  if (words !== undefined && denies.test(words)) return { mode: 'denies', words };
  if (words !== undefined && asserts.test(words)) return { mode: 'asserts', words };
  const [value, worst = 1, best] = [numberOf(one.ratingValue), numberOf(one.worstRating), numberOf(one.bestRating)];
  // Many leave the scale out, or give -1 for a verdict that is on none.
  if (value === undefined || best === undefined || best <= worst || value < worst || value > best)
    return { mode: 'questions', words };
  const share = (value - worst) / (best - worst);
  return { mode: share <= 0.2 ? 'denies' : share >= 0.8 ? 'asserts' : 'questions', words };
}
