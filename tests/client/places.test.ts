// Places by code points: selections in UTF-16 units, and words that stand several times.
import { expect, test } from 'vitest';
import { codePointsBefore, placeOfSelection, placeOfWords, wordsAt } from '../../client/text/places.ts';

const text = '👩‍🚀 said no. Ada said no again.';

test('code points are counted where a browser counts UTF-16 units', () => {
  expect(codePointsBefore(text, 5)).toBe(3);
  expect(codePointsBefore(text, 1)).toBe(0);
  expect(codePointsBefore(text, 999)).toBe([...text].length);
});

test('a selection loses the blanks around it', () => {
  const from = text.indexOf(' said');
  const place = placeOfSelection(text, from, from + 9);
  expect(place && wordsAt(text, place)).toBe('said no.');
  expect(placeOfSelection(text, from, from + 1)).toBe(undefined);
});

test('of words that stand several times the place nearest is meant', () => {
  const first = placeOfWords(text, 'said no', 0);
  const second = placeOfWords(text, ' said no ', 30);
  expect(first).toEqual({ start: 4, end: 11 });
  expect(second).toEqual({ start: 17, end: 24 });
  expect(second && wordsAt(text, second)).toBe('said no');
  expect(placeOfWords(text, 'said yes', 0)).toBe(undefined);
  expect(placeOfWords(text, '  ', 0)).toBe(undefined);
});
