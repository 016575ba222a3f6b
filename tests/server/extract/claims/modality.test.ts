import { describe, expect, it } from 'vitest';
import { draftOf, positions, proposals } from '../world.ts';

describe('modality', () => {
  it.each([
    ['Norland will oppose the harbour tax.', ['norland opposes harbour-tax, expected']],
    ['Norland is expected to oppose the harbour tax.', ['norland opposes harbour-tax, expected']],
    ['Norland could support the harbour tax if prices fell.', ['norland supports harbour-tax, hypothetical']],
    ['Voss said Norland would oppose the harbour tax.', ['norland opposes harbour-tax, expected']],
    ['Norland supports the harbour tax in principle.', ['norland supports harbour-tax, inAbstract']],
    [
      'Only Westmark could persuade Norland to support the harbour tax.',
      ['norland supports harbour-tax, hypothetical'],
    ],
    ['Norland opposed the harbour tax.', ['norland opposes harbour-tax']],
  ])('%s', (text, expected) => {
    expect(positions(text)).toEqual(expected);
  });
});

describe('hedges', () => {
  const hedge = (text: string) => proposals(draftOf(text), 'claim')[0]?.hedge;
  it.each([
    ['Norland reportedly opposes the harbour tax.', 'reportedly'],
    ['Norland is said to oppose the harbour tax.', 'is said to'],
    ['Norland may start opposing the harbour tax.', 'may'],
    ['Norland opposes the harbour tax.', undefined],
  ])('%s', (text, expected) => {
    expect(hedge(text)).toBe(expected);
  });
});

it('keeps the outlet’s own words', () => {
  const wording = (text: string) => proposals(draftOf(text), 'claim')[0]?.wording;
  expect(wording('Norland is resisting the harbour tax.')).toBe('resisting');
  expect(wording('Norland is not backing the harbour tax.')).toBe('not backing');
});
