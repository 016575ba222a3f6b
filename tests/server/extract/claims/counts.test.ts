import { describe, expect, it } from 'vitest';
import { numberOf, quantityIn } from '../../../../server/extract/claims/quantities.ts';
import { draftOf, positions, proposals } from '../world.ts';

describe('counts of members', () => {
  it.each([
    [
      'At least seven of 32 Harbour Union members oppose the harbour tax.',
      ['harbour-union (atLeast 7 of 32) opposes harbour-tax'],
    ],
    ['More than a dozen Union members oppose the harbour tax.', ['harbour-union (atLeast 13) opposes harbour-tax']],
    ['The majority of HU member states support the harbour tax.', ['harbour-union (majority) supports harbour-tax']],
    [
      'The harbour tax is supported by the absolute majority of Union members.',
      ['harbour-union (majority) supports harbour-tax'],
    ],
    ['All 32 Union members support the harbour tax.', ['harbour-union (all of 32) supports harbour-tax']],
    [
      'Seven countries resist Norland joining the Harbour Union.',
      ['harbour-union (atLeast 7) opposes union-membership-of-norland'],
    ],
  ])('%s', (text, expected) => {
    expect(positions(text)).toEqual(expected);
  });

  it('include the claims on those they name', () => {
    const draft = draftOf('At least seven Union members, including Norland and Estovia, oppose the harbour tax.');
    const claims = proposals(draft, 'claim');
    const count = claims.find(({ claim }) => claim.kind === 'count');
    const named = claims.filter(({ claim }) => claim.kind === 'stance');
    expect(named.map(({ claim }) => claim.holder)).toEqual(['country:norland', 'country:estovia']);
    expect(count?.includes).toEqual(named.map(({ id }) => id));
  });
});

describe('quantities', () => {
  it.each([
    ['at least seven of 32', { quantifier: 'atLeast', number: 7, of: 32 }],
    ['more than seven', { quantifier: 'atLeast', number: 8 }],
    ['only three', { quantifier: 'exactly', number: 3 }],
    ['most of the 32', { quantifier: 'majority', of: 32 }],
    ['none of the', { quantifier: 'none' }],
    ['twenty-seven', { quantifier: 'atLeast', number: 27 }],
  ])('%s', (phrase, expected) => {
    expect(quantityIn(phrase)).toMatchObject(expected);
  });
  it('finds none where none is stated', () => {
    expect(quantityIn('some of the other')).toBeUndefined();
    expect(numberOf('seventh')).toBeUndefined();
    expect(numberOf('1,200')).toBe(1200);
  });
});
