// How many nodes of a database of another model are asked for: in steps, and never more than the server draws.
import { afterEach, expect, test } from 'vitest';
import { meta } from '../../client/state/data.ts';
import { moreNodes, mostOf, nextMost, showUpTo } from '../../client/state/display-limit.ts';
import { applyView, most, undo } from '../../client/state/view.ts';
import { decodeView, defaultView, encodeView } from '../../client/state/view-url.ts';
import type { Meta } from '../../server/schema/view.ts';

const shop = {
  model: 'foreign',
  labels: [
    { label: 'Customer', count: 900 },
    { label: 'Order', count: 15_000 },
  ],
  limits: { graphNodes: 2500 },
} as unknown as Meta;

afterEach(() => {
  applyView(defaultView);
  meta.value = null;
});

test.each([
  [null, 2500, 1000],
  [1000, 2500, 2000],
  [2000, 2500, 2500],
  [2500, 2500, undefined],
  [null, 500, 500],
  [null, 300, undefined],
  [40, 5000, 1000],
])('after %s of at most %i nodes come %s', (now, limit, next) => {
  expect(nextMost(now, limit)).toBe(next);
});

test('more can be asked for in another model only, in the address and in a way that undo takes back', () => {
  meta.value = { ...shop, model: 'hearsay' };
  expect(moreNodes.value).toBeUndefined();
  meta.value = shop;
  expect(moreNodes.value).toBe(1000);
  showUpTo(1000);
  expect([most.value, moreNodes.value]).toEqual([1000, 2000]);
  expect(encodeView({ ...defaultView, most: 1000 })).toBe('nodes=1000');
  expect(undo()).toBe('show up to 1,000 nodes');
  expect(most.value).toBeNull();
});

test.each(['0', '-1', '1e3', 'all', '1000001', ''])('an address that asks for %j nodes is told as unread', (text) => {
  const { view, unread } = decodeView(`nodes=${text}`);
  expect([view.most, unread]).toEqual([null, ['nodes']]);
});

test('more than the server draws is refused in words that name the filter', () => {
  expect(mostOf(2500, shop)).toEqual({ most: 2500 });
  const { most: allowed, why } = mostOf(5000, shop);
  expect(allowed).toBe(2500);
  expect(why).toMatch(/^5,000 nodes .* at most 2,500 .* Leave out a label under Filters, such as Order \(15,000\)/);
  expect(mostOf(1000, { ...shop, model: 'hearsay' })).toEqual({
    most: null,
    why: expect.stringContaining('another model'),
  });
});
