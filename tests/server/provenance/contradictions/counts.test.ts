// What count claims mean in figures, and which exclude each other.
import { describe, expect, it } from 'vitest';
import {
  areTooMany,
  excludeEachOther,
  implies,
  leaveNoNumber,
  rangeOf,
} from '../../../../server/provenance/contradictions/counts.ts';
import type { Quantifier } from '../../../../server/schema/stance.ts';
import { claimRow } from '../evidence.ts';

type Count = [quantifier: Quantifier, number: number | null, of: number | null];
const count = ([quantifier, number, of]: Count, stance: 'opposes' | 'supports' = 'opposes') =>
  claimRow(`${quantifier} ${number} ${of} ${stance}`, {
    kind: 'count',
    scope: 'members',
    stance,
    quantifier,
    number,
    of,
  });

describe('rangeOf', () => {
  it.each<[Count, [number, number] | null]>([
    [
      ['atLeast', 7, 32],
      [7, 32],
    ],
    [
      ['atLeast', 7, null],
      [7, Number.POSITIVE_INFINITY],
    ],
    [['atLeast', null, 32], null],
    [
      ['exactly', 5, 32],
      [5, 5],
    ],
    [['exactly', null, 32], null],
    [
      ['majority', null, 32],
      [17, 32],
    ],
    [
      ['majority', null, 31],
      [16, 31],
    ],
    [
      ['majority', null, null],
      [1, Number.POSITIVE_INFINITY],
    ],
    [
      ['all', null, 32],
      [32, 32],
    ],
    [
      ['all', null, null],
      [1, Number.POSITIVE_INFINITY],
    ],
    [
      ['none', null, 32],
      [0, 0],
    ],
  ])('of %j', (of, range) => {
    expect(rangeOf(count(of))).toEqual(range === null ? null : { least: range[0], most: range[1] });
  });
});

describe('excludeEachOther', () => {
  it.each<[Count, Count, boolean]>([
    [['none', null, 32], ['atLeast', 7, 32], true],
    [['none', null, 30], ['atLeast', 7, 32], true],
    [['exactly', 5, 32], ['atLeast', 7, 32], true],
    [['exactly', 9, 32], ['atLeast', 7, 32], false],
    [['exactly', 5, 32], ['exactly', 6, 32], true],
    [['exactly', 10, 32], ['majority', null, 32], true],
    [['exactly', 10, 12], ['majority', null, 32], false],
    [['all', null, 30], ['all', null, 32], false],
    [['all', null, 32], ['exactly', 5, null], true],
    [['atLeast', 7, 32], ['majority', null, 32], false],
    [['none', null, 32], ['none', null, 32], false],
  ])('%j and %j: %s', (a, b, expected) => {
    expect(excludeEachOther(count(a), count(b))).toBe(expected);
    expect(excludeEachOther(count(b), count(a))).toBe(expected);
  });

  it('never of different stances', () => {
    expect(excludeEachOther(count(['none', null, 32]), count(['atLeast', 7, 32], 'supports'))).toBe(false);
  });
});

describe('implies', () => {
  it.each<[Count, Count, boolean]>([
    [['atLeast', 7, 32], ['atLeast', 5, 32], true],
    [['atLeast', 5, 32], ['atLeast', 7, 32], false],
    [['atLeast', 7, null], ['atLeast', 5, 32], true],
    [['atLeast', 7, 30], ['atLeast', 5, 32], false],
    [['exactly', 7, 32], ['atLeast', 7, 32], true],
    [['exactly', 7, 32], ['atLeast', 8, 32], false],
    [['atLeast', 7, 32], ['exactly', 7, 32], false],
    [['majority', null, 32], ['atLeast', 17, 32], true],
    [['majority', null, 32], ['atLeast', 18, 32], false],
    [['atLeast', 17, 32], ['majority', null, 32], true],
    [['atLeast', 17, 32], ['majority', null, null], true],
    [['atLeast', 17, null], ['majority', null, null], false],
    [['all', null, 32], ['majority', null, 32], true],
    [['all', null, null], ['majority', null, null], true],
    [['majority', null, null], ['all', null, null], false],
    [['majority', null, null], ['atLeast', 1, null], true],
    [['majority', null, null], ['atLeast', 2, null], false],
    [['atLeast', 32, 32], ['all', null, 32], true],
    [['all', null, 32], ['exactly', 32, 32], true],
    [['none', null, 30], ['exactly', 0, 32], true],
    [['none', null, 32], ['atLeast', 1, 32], false],
    [['atLeast', null, 32], ['atLeast', 1, 32], false],
  ])('%j, %j: %s', (a, b, expected) => {
    expect(implies(count(a), count(b))).toBe(expected);
  });

  it('never of different stances', () => {
    expect(implies(count(['atLeast', 7, 32]), count(['atLeast', 5, 32], 'supports'))).toBe(false);
  });
});

describe('leaveNoNumber', () => {
  it.each<[Count, Count, boolean]>([
    [['none', null, 32], ['atLeast', 1, 32], true],
    [['exactly', 0, 32], ['atLeast', 1, null], true],
    [['none', null, 32], ['atLeast', 2, 32], false],
    [['exactly', 1, 32], ['atLeast', 2, 32], false],
    [['none', null, 1], ['majority', null, 1], true],
    [['none', null, null], ['majority', null, null], false],
    [['none', null, 32], ['exactly', 5, 32], false],
  ])('%j and %j: %s', (a, b, expected) => {
    expect(leaveNoNumber(count(a), count(b))).toBe(expected);
    expect(leaveNoNumber(count(b), count(a))).toBe(expected);
  });
});

describe('areTooMany', () => {
  it.each<[Count, Count, boolean]>([
    [['atLeast', 20, 32], ['atLeast', 15, 32], true],
    [['atLeast', 20, 32], ['atLeast', 12, 32], false],
    [['atLeast', 7, 32], ['majority', null, 32], false],
    [['atLeast', 16, 32], ['majority', null, 32], true],
    [['all', null, 32], ['atLeast', 1, 32], true],
    [['all', null, 32], ['none', null, 32], false],
    [['atLeast', 20, null], ['atLeast', 15, 32], true],
    [['atLeast', 20, null], ['atLeast', 15, null], false],
    [['atLeast', 20, 30], ['atLeast', 12, 32], false],
  ])('%j and %j: %s', (a, b, expected) => {
    expect(areTooMany(count(a), count(b, 'supports'))).toBe(expected);
    expect(areTooMany(count(b, 'supports'), count(a))).toBe(expected);
  });
});
