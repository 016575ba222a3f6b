// Which decisions were made on an earlier text of an article, and what is said of them.
import { expect, it } from 'vitest';
import { madeBefore, revisedSince } from '../../client/text/earlier.ts';

const now = { key: 'source:a.1#x', name: 'an official' };
const old = { earlierTexts: [{ of: 'source:a#x', article: 'article:a.1', now }] };
const gone = { earlierTexts: [{ of: 'source:b#y', article: 'article:b.1', now: null }] };

it('finds those that can be made again on the newest text', () => {
  expect(madeBefore([old, gone, {}], now.key)).toEqual([old]);
  expect(madeBefore([old, gone, {}], 'source:b#y')).toEqual([]);
});

it('says of a decision that its text was revised since', () => {
  expect(revisedSince(old, 'source:a#x')).toBe('on a text that was revised since');
  expect(revisedSince(old, now.key)).toBeUndefined();
  expect(revisedSince({}, 'source:a#x')).toBeUndefined();
});
