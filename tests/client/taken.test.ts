// Which places are taken: the grid says what looking at every disc says.
import { expect, it } from 'vitest';
import { seeded } from '../../client/graph/metrics/random.ts';
import { type Disc, Taken } from '../../client/graph/taken.ts';

it('says of any point what looking at every disc says, also of discs larger than a cell and beyond the edges', () => {
  const next = seeded(7);
  const somewhere = () => ({ x: next() * 900 - 200, y: next() * 700 - 200 });
  const discs: Disc[] = Array.from({ length: 120 }, (_, at) => ({ ...somewhere(), radius: at % 10 === 0 ? 70 : 6 }));
  const [early, late] = [discs.slice(0, 60), discs.slice(60)];
  const taken = new Taken(8, early);
  for (const disc of late) taken.add(disc);
  const points = Array.from({ length: 3000 }, somewhere);
  const everyOne = points.map(({ x, y }) =>
    discs.some((disc) => Math.hypot(disc.x - x, disc.y - y) <= disc.radius + 8),
  );
  expect(points.map((point) => taken.has(point))).toEqual(everyOne);
  expect(new Set(everyOne)).toEqual(new Set([true, false]));
});

it('is empty at first', () => {
  expect(new Taken(8).has({ x: 0, y: 0 })).toBe(false);
});
