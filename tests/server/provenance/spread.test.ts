// Who said it first and who followed.
import { describe, expect, it } from 'vitest';
import { dayOf } from '../../../server/provenance/article-day.ts';
import { type SpreadStep, spreadOf } from '../../../server/provenance/spread.ts';
import { evidence } from './evidence.ts';

const inShort = (steps: readonly SpreadStep[]): string[] =>
  steps.map(({ article, day, first, relays, mode }) =>
    [day ?? 'undated', article, mode, first ? 'first' : '', ...relays].filter((part) => part !== '').join(' '),
  );
const of = evidence({
  articles: {
    late: { on: '2024-10-27', says: [{ relays: ['middle'] }] },
    middle: { on: '2024-10-25', says: [{ claim: 'other', relays: ['early'] }] },
    early: { on: '2024-10-23', says: [{ sources: ['x'] }, { sources: ['y'] }] },
    same: { on: '2024-10-23', says: [{ sources: ['z'] }, { mode: 'denies' }] },
    undated: { says: [{ relays: ['early'] }] },
    stub: { held: false, on: '2024-10-22', says: [{ knownFrom: ['early'] }] },
    proposed: { on: '2020', says: [{ review: 'proposed' }] },
  },
});

describe('spreadOf', () => {
  it('lists the articles by day, undated last, and marks all of the first day', () => {
    const { articles, ...rest } = of;
    const without = new Map([...articles].map(([key, row]) => [key, { ...row, republishes: [] }]));
    const steps = spreadOf(
      { ...rest, articles: without, assertions: rest.assertions.filter(({ reconstructed }) => !reconstructed) },
      { claims: ['c'] },
    );
    expect(inShort(steps)).toEqual([
      '2024-10-23 early asserts first',
      '2024-10-23 same asserts first',
      '2024-10-23 same denies first',
      '2024-10-27 late asserts',
      'undated undated asserts early',
    ]);
    expect(steps[0]?.assertions).toEqual(['early', 'early2']);
  });

  it('takes stubs with what shows them, so that a late import of an earlier article is the first', () => {
    expect(inShort(spreadOf(of, { claims: ['c'] }))[0]).toBe('2024-10-22 stub asserts first');
  });

  it('follows the trail past articles that are not among them', () => {
    const chain = evidence({
      articles: {
        a: { on: '2024-10-25', says: [{ relays: ['b'] }] },
        b: { on: '2024-10-24', says: [{ assertion: 'left-out', relays: ['d'] }] },
        d: { on: '2024-10-23', says: [{ sources: ['x'] }] },
      },
    });
    expect(inShort(spreadOf(chain, { assertions: ['a', 'd'] }))).toEqual([
      '2024-10-23 d asserts first',
      '2024-10-25 a asserts d',
    ]);
  });

  it('is empty where nothing says it', () => {
    expect(spreadOf(of, { claims: ['nothing'] })).toEqual([]);
    expect(spreadOf(of, { assertions: [] })).toEqual([]);
  });
});

describe('dayOf', () => {
  it.each([
    [null, '2024-10-24T09:26:00Z', '2024-10-24'],
    ['2024-10-20', '2024-10-24', '2024-10-24'],
    ['2024-10-20', null, '2024-10-20'],
    [null, '2024-02', '2024-02-29'],
    [null, '2023', '2023-12-31'],
    [null, '0044-04', '0044-04-30'],
    [null, null, null],
  ])('from %s to %s is %s', (publishedFrom, publishedTo, day) => {
    expect(dayOf({ publishedFrom, publishedTo })).toBe(day);
  });
});
