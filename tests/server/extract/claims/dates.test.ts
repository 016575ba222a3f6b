import { describe, expect, it } from 'vitest';
import { datesIn } from '../../../../server/extract/claims/dates.ts';
import { reading } from '../world.ts';

const dates = (text: string, published?: string) => datesIn(reading(text), published).map(({ iso }) => iso);

describe('dates', () => {
  it.each([
    ['Voss spoke on Tuesday.', '2026-03-05', ['2026-03-03']],
    ['Voss spoke on Thursday.', '2026-03-05', ['2026-03-05']],
    ['Voss spoke yesterday.', '2026-03-01', ['2026-02-28']],
    ['Voss spoke on 28 December.', '2026-01-05', ['2025-12-28']],
    ['Voss spoke in September 2022.', '2026-03-05', ['2022-09']],
    ['Voss spoke on 3 March 2026.', undefined, ['2026-03-03']],
    ['Voss spoke on Tuesday.', undefined, []],
    ['Voss may speak.', '2026-03-05', []],
  ])('%s (%s)', (text, published, expected) => {
    expect(dates(text, published)).toEqual(expected);
  });

  it('stand where they stand, in code points', () => {
    const text = '𝔄𝔅 wrote this. Voss spoke on 3 March 2026.';
    const [date] = datesIn(reading(text), undefined);
    expect(date && [...text].slice(date.start, date.end).join('')).toBe('3 March 2026');
  });
});
