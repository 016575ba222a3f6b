// Of all that answers to a name, what does so in the closest way.
import { matchedBy, type NameCandidate, type NamesResult, nameLimits } from '../schema/names.ts';
import { sortedBy } from './order.ts';

/** The row of the answer for one name; candidates in the order of their keys. */
export function bestMatches(name: string, found: readonly NameCandidate[]): NamesResult['rows'][number] {
  const by = matchedBy.find((way) => found.some((one) => one.by === way));
  // A name and an alias are as good as each other: both are called so.
  const exact = by === 'name' || by === 'alias';
  const best = found.filter((one) => one.by === by || (exact && one.by === 'alias'));
  const sorted = sortedBy(best, (one) => [String(matchedBy.indexOf(one.by)), one.key]);
  return {
    name,
    candidates: sorted.slice(0, nameLimits.candidates),
    more: Math.max(0, sorted.length - nameLimits.candidates),
  };
}
