// Which nodes of another model are drawn first: the most connected of each label, as many as can be looked at.
import { expect, it } from 'vitest';
import { inProportion, joined, prefixWithin } from '../../../server/views/foreign/opening.ts';

const many = (label: string, count: number, degree: (index: number) => number) =>
  Array.from({ length: count }, (_, index) => ({ id: `${label}${index}`, labels: [label], degree: degree(index) }));

it('takes the most connected of each label in proportion, and what has no relation last', () => {
  const order = inProportion([
    ...many('P', 100, (i) => 100 - i),
    ...many('B', 10, (i) => 10 - i),
    ...many('X', 3, () => 0),
  ]);
  const first = order.slice(0, 22).map(({ id }) => id[0]);
  expect(first.filter((label) => label === 'B')).toHaveLength(2);
  expect(first.filter((label) => label === 'P')).toHaveLength(20);
  expect(order[0]?.id).toBe('P0');
  expect(order.slice(-3).map(({ id }) => id)).toEqual(['X0', 'X1', 'X2']);
});

it('stops before the relations among those taken are too many', () => {
  const ids = ['a', 'b', 'c', 'd'];
  const pair = (source: string, target: string) => ({ source, target });
  const pairs = [pair('a', 'b'), pair('b', 'a'), pair('c', 'a'), pair('d', 'd'), pair('d', 'a')];
  expect([2, 3, 4, 5].map((most) => prefixWithin(ids, pairs, most))).toEqual([2, 3, 3, 4]);
  expect(prefixWithin(ids, pairs, 0)).toBe(1);
});

it('leaves out what nothing joins to the rest, unless its label would be gone', () => {
  const nodes = ['A', 'A', 'A', 'B'].map((label, index) => ({ key: String(index), labels: [label] }));
  expect(joined(nodes, [{ source: '0', target: '1' }]).map(({ key }) => key)).toEqual(['0', '1', '3']);
});
