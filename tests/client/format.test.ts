import { expect, test } from 'vitest';
import {
  count,
  countInWords,
  formatDate,
  formatNumber,
  formatRange,
  listNames,
  plural,
} from '../../client/text/format.ts';

test('dates are written as day, short month and year, as far as they are known', () => {
  expect(formatDate('2024-10-24')).toBe('24 Oct 2024');
  expect(formatDate('2024-02-01')).toBe('1 Feb 2024');
  expect(formatDate('2024-10')).toBe('Oct 2024');
  expect(formatDate('2024')).toBe('2024');
  expect(formatDate('2024-10-24T09:26:00Z')).toBe('24 Oct 2024, 09:26 UTC');
  expect(formatDate('soon')).toBe('soon');
});

test('a range is one date where both ends agree, and says which end is open', () => {
  expect(formatRange('2024-10-23', '2024-10-24')).toBe('23 Oct 2024 – 24 Oct 2024');
  expect(formatRange('2024-10-24', '2024-10-24')).toBe('24 Oct 2024');
  expect(formatRange(null, '2024-10-24')).toBe('by 24 Oct 2024');
  expect(formatRange('2024-10-24', null)).toBe('from 24 Oct 2024 on');
  expect(formatRange(null, null)).toBeNull();
});

test('numbers have separators and units in the right number', () => {
  expect(formatNumber(1234567)).toBe('1,234,567');
  expect(count(1, 'article')).toBe('1 article');
  expect(count(0, 'country')).toBe('0 countries');
  expect(countInWords(3, 'article')).toBe('three articles');
  expect(countInWords(13, 'country')).toBe('13 countries');
  expect(plural(2, 'day')).toBe('days');
});

test('names are listed with "and", and cut where there are too many', () => {
  expect(listNames([])).toBe('');
  expect(listNames(['a'])).toBe('a');
  expect(listNames(['a', 'b', 'c'])).toBe('a, b and c');
  expect(listNames(['a', 'b', 'c', 'd'], 2)).toBe('a, b and 2 more');
});
