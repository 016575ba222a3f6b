// What count claims say in figures: how many members at least and at most, and when two such claims exclude each other.
import type { EvidenceClaim } from '../../schema/evidence.ts';

/** Of how many members a count claim can be true; `most` is Infinity where it is not known how many there are. */
export interface Range {
  readonly least: number;
  readonly most: number;
}

/** The range of a count claim, or null where it gives no figure. */
export function rangeOf({ quantifier, number, of }: EvidenceClaim): Range | null {
  const all = of ?? Number.POSITIVE_INFINITY;
  switch (quantifier) {
    case 'atLeast':
      return number === null ? null : { least: number, most: all };
    case 'exactly':
      return number === null ? null : { least: number, most: number };
    case 'majority':
      return { least: of === null ? 1 : Math.floor(of / 2) + 1, most: all };
    case 'all':
      return { least: of ?? 1, most: all };
    case 'none':
      return { least: 0, most: 0 };
    case null:
      return null;
  }
}

const isOfSameBody = (a: EvidenceClaim, b: EvidenceClaim): boolean =>
  a.of === b.of || a.of === null || b.of === null || a.quantifier === 'none' || b.quantifier === 'none';

/** Whether two counts of one stance cannot both be true: none and at least 7, exactly 5 and at least 7. */
export function excludeEachOther(a: EvidenceClaim, b: EvidenceClaim): boolean {
  if (a.kind !== 'count' || b.kind !== 'count' || a.stance !== b.stance || !isOfSameBody(a, b)) return false;
  const [one, other] = [rangeOf(a), rangeOf(b)];
  return one !== null && other !== null && (one.most < other.least || other.most < one.least);
}

/** The ranges of two counts of one stance and one body, which the one may know the size of and the other not. */
function rangesOf(a: EvidenceClaim, b: EvidenceClaim): [Range, Range] | null {
  if (a.kind !== 'count' || b.kind !== 'count' || a.stance !== b.stance || !isOfSameBody(a, b)) return null;
  const [one, other] = [a, b].map((claim) => rangeOf({ ...claim, of: claim.of ?? a.of ?? b.of }));
  return one == null || other == null ? null : [one, other];
}

/** Whether its range has a lower end that only the size of the body tells, which nobody has given. */
const isUnsized = ({ quantifier }: EvidenceClaim, members: number | null): boolean =>
  members === null && (quantifier === 'majority' || quantifier === 'all');

/** Whether the one count can only be true if the other is: at least 7 are at least 5. Who denies the other denies it too. */
export function implies(a: EvidenceClaim, b: EvidenceClaim): boolean {
  const ranges = rangesOf(a, b);
  if (ranges === null) return false;
  if (isUnsized(b, membersOf(a, b)))
    return a.quantifier === b.quantifier || (a.quantifier === 'all' && b.quantifier === 'majority');
  const [one, other] = ranges;
  return other.least <= one.least && one.most <= other.most;
}

/** Whether one of two counts is true whatever the number: none, or at least 1. Nobody can deny both. */
export function leaveNoNumber(a: EvidenceClaim, b: EvidenceClaim): boolean {
  const members = membersOf(a, b);
  const ranges = rangesOf(a, b);
  if (ranges === null || isUnsized(a, members) || isUnsized(b, members)) return false;
  const [low, high] = ranges[0].least <= ranges[1].least ? ranges : [ranges[1], ranges[0]];
  return low.least === 0 && high.least <= low.most + 1 && high.most === (members ?? Number.POSITIVE_INFINITY);
}

/** How many members there are for two counts: the larger number where they differ, null where neither says. */
export const membersOf = (a: EvidenceClaim, b: EvidenceClaim): number | null =>
  a.of === null ? b.of : b.of === null ? a.of : Math.max(a.of, b.of);

/** Whether two counts of stances that no member can both hold need more members than there are. */
export function areTooMany(a: EvidenceClaim, b: EvidenceClaim): boolean {
  const members = membersOf(a, b);
  const [one, other] = [rangeOf(a), rangeOf(b)];
  return members !== null && one !== null && other !== null && one.least + other.least > members;
}

/** A count in words: "at least 7", "a majority (at least 17)". */
export function countInWords(claim: EvidenceClaim): string {
  const { quantifier, number } = claim;
  if (quantifier === 'atLeast') return `at least ${number}`;
  if (quantifier === 'exactly') return `exactly ${number}`;
  if (quantifier === 'majority')
    return claim.of === null ? 'a majority' : `a majority (at least ${rangeOf(claim)?.least})`;
  return quantifier === 'all' && claim.of !== null ? `all ${claim.of}` : (quantifier ?? 'some');
}
