import fc from 'fast-check';
import { expect, test } from 'vitest';
import { inside } from '../../client/graph/lasso.ts';

const square = [
  { x: 0, y: 0 },
  { x: 10, y: 0 },
  { x: 10, y: 10 },
  { x: 0, y: 10 },
];

test('holds what lies inside the line, whichever way round it was drawn', () => {
  const places = [
    ['in', { x: 5, y: 5 }],
    ['left', { x: -1, y: 5 }],
    ['above', { x: 5, y: 11 }],
  ] as const;
  expect(inside(places, square)).toEqual(['in']);
  expect(inside(places, [...square].reverse())).toEqual(['in']);
});

test('leaves out what lies in a dent', () => {
  const dented = [...square.slice(0, 3), { x: 5, y: 3 }, { x: 0, y: 10 }];
  expect(inside([['dent', { x: 5, y: 8 }]], dented)).toEqual([]);
  expect(inside([['body', { x: 5, y: 2 }]], dented)).toEqual(['body']);
});

test('a line of fewer than three corners holds nothing', () => {
  expect(inside([['on', { x: 5, y: 0 }]], square.slice(0, 2))).toEqual([]);
});

test('a circle holds exactly the points nearer to its middle than its radius', () => {
  const corners = Array.from({ length: 720 }, (_, index) => ({
    x: 100 * Math.cos((index * Math.PI) / 360),
    y: 100 * Math.sin((index * Math.PI) / 360),
  }));
  const part = fc.double({ min: -150, max: 150, noNaN: true });
  fc.assert(
    fc.property(part, part, (x, y) => {
      const far = Math.hypot(x, y);
      fc.pre(Math.abs(far - 100) > 0.1);
      expect(inside([['point', { x, y }]], corners)).toEqual(far < 100 ? ['point'] : []);
    }),
  );
});
