// How closely names answer to what is typed.
import { describe, expect, it } from 'vitest';
import { askedFor, namedBy, nameRank } from '../../../server/schema/name-rank.ts';

const rank = (typed: string, name: string, ...aliases: string[]) => {
  const asked = askedFor(typed);
  return asked && nameRank(namedBy(name, aliases), asked);
};

describe('a name answers', () => {
  it.each([
    ['nato', 'NATO', [], 'whole'],
    ['nato', 'Atlantic alliance', ['NATO'], 'whole'],
    ['Selenskyj', 'Volodymyr Zelensky', ['Zelensky'], 'spelled'],
    ['Зеленский', 'Volodymyr Zelensky', ['Zelensky'], 'spelled'],
    ['nato', 'NATO summit of 2024', [], 'start'],
    ['nato', 'An invitation to NATO', [], 'inner'],
    ['nato inv', 'An invitation to NATO', [], 'inner'],
    ['atl', 'NATO', ['North Atlantic alliance'], 'alias'],
    ['Selenskyj', 'Meeting with Zelensky', [], 'alike'],
    ['The United States', 'US', ['United States'], 'whole'],
    ['harbour times', 'The Harbour Times', [], 'whole'],
    ['ato', 'NATO', [], undefined],
    ['', 'NATO', [], undefined],
    ['§', 'NATO', [], undefined],
  ] as const)('to %j: %j (%j) as %s', (typed, name, aliases, wanted) => {
    expect(rank(typed, name, ...aliases)).toBe(wanted);
  });

  it('only as written to one or two letters, and to the whole of "the"', () => {
    expect(rank('sz', 'Zelensky')).toBeUndefined();
    expect(rank('the', 'The Harbour Times')).toBeUndefined();
    expect(rank('the', 'Theatre')).toBe('start');
  });
});
