// The sentence that says why the two sides of an entry do or do not go together.
import type { EvidenceClaim } from '../../schema/evidence.ts';
import type { ContradictionType } from '../../schema/ledger.ts';
import { countInWords, membersOf } from './counts.ts';
import type { Meeting, Relation } from './matrix.ts';

const quoted = (words: string): string => `“${words.replace(/[.\s]+$/u, '')}”`;
/** The claim as one names it in a sentence. */
export const named = (claim: EvidenceClaim): string => quoted(claim.text);
const capital = (words: string): string => words.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
/** Not [...words]: at most six, so that a much relayed claim still has a sentence. */
const listed = (words: readonly string[]): string =>
  words.slice(0, 6).map(quoted).join(', ') + (words.length > 6 ? ` and ${words.length - 6} more` : '');

/** Of two positions that the matrix finds incompatible; `a` and `b` are the same claim where one side denies it. */
export function explainPair(relation: Relation, meeting: Meeting, a: EvidenceClaim, b: EvidenceClaim): string {
  const both = a.claim === b.claim ? named(a) : `${named(a)} and ${named(b)}`;
  if (meeting === 'atOtherTimes') {
    return a.claim === b.claim
      ? `${both} is asserted of one time and denied of another: a reversal.`
      : `${both} are said of different times: a reversal.`;
  }
  if (meeting === 'betweenChannels') {
    return a.claim === b.claim
      ? `${both} is asserted of one channel and denied of the other, public and private.`
      : `${both} differ between what is said in public and in private.`;
  }
  switch (relation) {
    case 'denial':
      return a.claim === b.claim
        ? `One side asserts ${both}, the other denies it.`
        : `${capital(countInWords(a))} and ${countInWords(b)} exclude each other.`;
    case 'exclusive':
      return `Nobody supports and opposes the same thing at one time: ${both} exclude each other.`;
    case 'count':
      return `${capital(countInWords(a))} and ${countInWords(b)} are more than the ${membersOf(a, b)} members there are.`;
    case 'tension':
      return `${both} rest on different origins: one takes a side, the other does not.`;
  }
}

const between: Readonly<Record<Meeting, string>> = {
  together: '',
  atOtherTimes: ' at another time',
  betweenChannels: ' in the other channel, public or private',
};
/** Of two counts of which the one, asserted, can only be true if the other, denied, is. */
export const explainImplied = (meeting: Meeting, a: EvidenceClaim, b: EvidenceClaim): string =>
  `${capital(countInWords(a))} can only be if ${countInWords(b)} is, which the other side denies${between[meeting]}.`;
/** Of two counts that are both denied. */
export const explainNoNumber = (meeting: Meeting, a: EvidenceClaim, b: EvidenceClaim): string =>
  `${capital(countInWords(a))} and ${countInWords(b)} leave no number over, and both are denied${meeting === 'together' ? '' : `, the one${between[meeting]}`}.`;

/** Of a claim that sums up another, against what goes against that one. */
export const explainSum = (sum: EvidenceClaim, included: EvidenceClaim, other: string): string =>
  `${named(sum)} includes ${named(included)}, ${other}.`;

/** Of a dispute; `what` names the disputed thing. */
export const explainDispute = (claim: EvidenceClaim, mode: string, what: string): string =>
  `Whoever ${mode} ${named(claim)} disputes ${what}.`;
export const disputedArticle = (title: string | null): string =>
  title === null ? 'the article on the other side' : `the article ${quoted(title)}`;
export const disputedQuote = (text: string): string => `that ${quoted(text)} was said so`;
export const disputedAssertion = (claim: EvidenceClaim): string => `who said ${named(claim)}`;

/** Of words that differ. */
export const explainWords = (
  type: Extract<ContradictionType, 'relayDivergence' | 'wording'>,
  words: readonly string[],
) =>
  type === 'wording'
    ? `Renderings of one utterance in different words: ${listed(words)}.`
    : `Different words for one origin: ${listed(words)}.`;
