import { expect, test } from 'vitest';
import { nextNode } from '../../client/graph/roam.ts';

const places = [
  ['right', { x: 10, y: 1 }],
  ['far', { x: 30, y: 0 }],
  ['up', { x: 0, y: 10 }],
  ['aslant', { x: 4, y: -9 }],
] as const;

test('an arrow key leads to the nearest node in its direction', () => {
  const from = { x: 0, y: 0 };
  expect(nextNode(places, from, 'right')).toBe('right');
  expect(nextNode(places, from, 'up')).toBe('up');
  expect(nextNode(places, from, 'down')).toBe('aslant');
  expect(nextNode(places, from, 'left')).toBeUndefined();
});
