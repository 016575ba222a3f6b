import { describe, expect, it } from 'vitest';
import { framed, negated } from '../../../../server/extract/claims/negation.ts';
import { positions } from '../world.ts';

describe('a negation before the stance word', () => {
  it.each([
    ['Norland does not oppose the harbour tax.', ['norland opposes harbour-tax, denies']],
    ['Norland has not ruled out the harbour tax.', ['norland opposes harbour-tax, denies']],
    [
      'Neither Norland nor Estovia rules out the harbour tax.',
      ['estovia opposes harbour-tax, denies', 'norland opposes harbour-tax, denies'],
    ],
    ['Norland isn’t supporting the harbour tax.', ['norland noncommittal harbour-tax']],
    ['Norland has never supported the harbour tax.', ['norland supports harbour-tax, denies']],
    ['Norland no longer opposes the harbour tax.', ['norland opposes harbour-tax, denies']],
    ['Norland refused to rule out the harbour tax.', ['norland opposes harbour-tax, denies']],
  ])('%s', (text, expected) => {
    expect(positions(text)).toEqual(expected);
  });
});

describe('what stands before the clause', () => {
  it.each([
    ['Westmark denied that Norland opposes the harbour tax.', ['norland opposes harbour-tax, denies']],
    ['Voss dismissed reports that Norland opposes the harbour tax.', ['norland opposes harbour-tax, denies']],
    ['It is unclear whether Norland opposes the harbour tax.', ['norland opposes harbour-tax, questions']],
    ['Does Norland oppose the harbour tax?', ['norland opposes harbour-tax, questions']],
  ])('%s', (text, expected) => {
    expect(positions(text)).toEqual(expected);
  });

  it('is read from its end', () => {
    expect(framed('the minister denied that')).toBe('denies');
    expect(framed('rejected the claims that')).toBe('denies');
    expect(framed('he denied it and said that')).toBeUndefined();
  });
});

it('takes not to support for holding back, and never to for a denial', () => {
  expect(negated('supports', 'not')).toMatchObject({ stance: 'noncommittal', mode: 'asserts' });
  expect(negated('supports', 'never')).toMatchObject({ stance: 'supports', mode: 'denies' });
  expect(negated('opposes', 'not')).toMatchObject({ stance: 'opposes', mode: 'denies' });
});
