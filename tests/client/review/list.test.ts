// The order of proposals, filters that keep the place, what is next, and which key means what.
import { expect, test } from 'vitest';
import { reviewAction } from '../../../client/state/review/keys.ts';
import {
  firstFilter,
  nextOpen,
  progressOf,
  shownProposals,
  stayNear,
  stepFrom,
} from '../../../client/state/review/list.ts';
import { article, claim, draftOf, entity, idOf, mention, quote, reviewed, source } from './builders.ts';

const all = { kindsOff: new Set<never>(), statesOff: new Set<never>() };
const late = claim(7, { span: { start: 60, end: 63, quote: 'No ' } });
const draft = draftOf(
  reviewed(mention, 'accepted'),
  reviewed(late),
  reviewed(source),
  reviewed(article),
  reviewed(quote, 'rejected'),
  reviewed(entity),
  reviewed(claim(1), 'accepted'),
);
const idsOf = (filter: Parameters<typeof shownProposals>[1]) =>
  shownProposals(draft, filter).map(({ proposal }) => proposal.id);

test('claims come first, each kind in the order of the text; mentions are left out at first', () => {
  expect(idsOf(all)).toEqual([1, 7, 4, 2, 3, 6, 5].map(idOf));
  expect(idsOf(firstFilter)).toEqual([1, 7, 4, 2, 3, 6].map(idOf));
  expect(idsOf({ ...all, statesOff: new Set(['open'] as const) })).toEqual([1, 4, 5].map(idOf));
});

test('progress counts what is decided, of one kind or of all', () => {
  expect(progressOf(draft, 'claim')).toEqual({ decided: 1, of: 2 });
  expect(progressOf(draft)).toEqual({ decided: 3, of: 7 });
});

test('steps end at both ends; the next open one is sought around the end', () => {
  const list = shownProposals(draft, all);
  expect(stepFrom(list, null, 1)).toBe(idOf(1));
  expect(stepFrom(list, idOf(1), -1)).toBe(idOf(1));
  expect(stepFrom(list, idOf(5), 1)).toBe(idOf(5));
  expect(stepFrom([], idOf(5), 1)).toBe(null);
  expect(nextOpen(list, idOf(1))).toBe(idOf(7));
  expect(nextOpen(list, idOf(6))).toBe(idOf(7));
  expect(nextOpen([reviewed(claim(1))], idOf(1))).toBe(null);
});

test('a filter keeps the place, or takes the next that is listed', () => {
  const before = shownProposals(draft, all);
  const open = shownProposals(draft, { ...all, statesOff: new Set(['accepted', 'rejected'] as const) });
  expect(stayNear(open, before, idOf(7))).toBe(idOf(7));
  expect(stayNear(open, before, idOf(4))).toBe(idOf(2));
  expect(stayNear(open, before, idOf(5))).toBe(idOf(6));
  expect(stayNear([], before, idOf(5))).toBe(null);
});

const press = (key: string, more: object = {}) =>
  reviewAction({ key, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...more }, false);

test('a key means nothing while somebody types or with another key; capital letters may be locked', () => {
  expect(press('a')).toBe('accept');
  expect(press('A')).toBe('accept');
  expect(press('A', { shiftKey: true })).toBe('acceptAll');
  expect(press('?', { shiftKey: true })).toBe('help');
  expect(press('ArrowUp')).toBe('previous');
  expect(press('a', { ctrlKey: true })).toBe(undefined);
  expect(press('x')).toBe(undefined);
  const typed = { key: 'a', ctrlKey: false, metaKey: false, altKey: false, shiftKey: false };
  expect(reviewAction(typed, true)).toBe(undefined);
});
