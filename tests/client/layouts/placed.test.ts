// The layouts that are drawn from the relations alone: circle, rings, layers.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { circleLayout } from '../../../client/graph/layouts/circle.ts';
import { neighbourLists } from '../../../client/graph/layouts/columns.ts';
import { layersLayout } from '../../../client/graph/layouts/layers.ts';
import { levelsByDegree, levelsByHops, ringsLayout } from '../../../client/graph/layouts/rings.ts';

const at = (places: Float32Array, index: number) => ({
  x: places[2 * index] as number,
  y: places[2 * index + 1] as number,
});
const graph = fc.integer({ min: 1, max: 30 }).chain((order) =>
  fc.record({
    order: fc.constant(order),
    ends: fc
      .array(fc.tuple(fc.nat(order - 1), fc.nat(order - 1)), { maxLength: 60 })
      .map((pairs) => Uint32Array.from(pairs.flat())),
  }),
);
const groups = (order: number) => Array.from({ length: order }, (_, index) => 'abc'[index % 3] as string);
/** The least distance between two nodes. */
function nearest(places: Float32Array): number {
  let least = Number.POSITIVE_INFINITY;
  for (let a = 0; 2 * a < places.length; a++)
    for (let b = a + 1; 2 * b < places.length; b++)
      least = Math.min(least, Math.hypot(at(places, a).x - at(places, b).x, at(places, a).y - at(places, b).y));
  return least;
}

test('every layout gives every node a place of its own, the same every time', () => {
  fc.assert(
    fc.property(graph, ({ order, ends }) => {
      const layouts = [
        () => circleLayout(groups(order), ends),
        () => ringsLayout(order, ends, levelsByDegree(order, ends)),
        () => ringsLayout(order, ends, levelsByHops(order, ends, 0)),
        () => layersLayout(new Array(order).fill(80), ends),
      ];
      for (const layout of layouts) {
        const places = layout();
        expect(places.length).toBe(2 * order);
        expect(places.every(Number.isFinite)).toBe(true);
        expect(nearest(places)).toBeGreaterThan(12);
        expect(layout()).toEqual(places);
      }
    }),
    { numRuns: 60 },
  );
});

test('on the circle each group has an arc of its own', () => {
  const order = 24;
  const names = groups(order);
  const places = circleLayout(names, new Uint32Array());
  const round = names
    .map((name, index) => ({ name, angle: Math.atan2(at(places, index).y, at(places, index).x) }))
    .sort((a, b) => a.angle - b.angle)
    .map(({ name }) => name);
  const changes = round.filter((name, index) => name !== round[(index + 1) % order]).length;
  expect(changes).toBe(3);
});

test('on the circle, joined pairs of two groups stand in the order that crosses least', () => {
  // a1–b1, a2–b2 … joined the wrong way round: reversing one group undoes all crossings.
  const names = [...'aaaaaa', ...'bbbbbb'];
  const ends = Uint32Array.from(Array.from({ length: 6 }, (_, index) => [index, 6 + index]).flat());
  const places = circleLayout(names, ends);
  const crossings = (of: Float32Array): number => {
    const side = (p: number, q: number, r: number) => {
      const [a, b, c] = [at(of, p), at(of, q), at(of, r)];
      return Math.sign((b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x));
    };
    let sum = 0;
    for (let i = 0; i < 6; i++)
      for (let j = i + 1; j < 6; j++)
        if (side(i, 6 + i, j) !== side(i, 6 + i, 6 + j) && side(j, 6 + j, i) !== side(j, 6 + j, 6 + i)) sum++;
    return sum;
  };
  expect(crossings(places)).toBe(0);
});

test('by degree the most connected is in the middle, by hops the one asked for, each hop farther out', () => {
  // A star around 3, and a chain 0–1–2–3.
  const ends = Uint32Array.from([0, 1, 1, 2, 2, 3, 3, 4, 3, 5, 3, 6, 3, 7]);
  expect(at(ringsLayout(9, ends, levelsByDegree(9, ends)), 3)).toEqual({ x: 0, y: 0 });
  expect(levelsByHops(9, ends, 0)).toEqual([[0], [1], [2], [3], [4, 5, 6, 7], [8]]);
  const places = ringsLayout(9, ends, levelsByHops(9, ends, 0));
  const radius = (index: number) => Math.hypot(at(places, index).x, at(places, index).y);
  expect([0, 1, 2, 3, 4, 8].map(radius)).toEqual([0, 1, 2, 3, 4, 8].map(radius).sort((a, b) => a - b));
});

test('in layers a chain runs from left to right, also where it closes to a circle', () => {
  const places = layersLayout([80, 80, 80, 80], Uint32Array.from([0, 1, 1, 2, 2, 3, 3, 3]));
  const xs = [0, 1, 2, 3].map((index) => at(places, index).x);
  expect(xs).toEqual([...xs].sort((a, b) => a - b));
  expect(layersLayout([80, 80], Uint32Array.from([0, 1, 1, 0])).every(Number.isFinite)).toBe(true);
});

test('neighbours are listed once and both ways, and nobody is its own', () => {
  expect(neighbourLists(3, Uint32Array.from([0, 1, 1, 0, 2, 2]))).toEqual([[1], [0], []]);
});
