import fc from 'fast-check';
import { expect, test } from 'vitest';
import { explorerLayout } from '../../client/graph/layout.ts';
import { placeNear } from '../../client/graph/near.ts';
import { relax } from '../../client/graph/relax.ts';
import { dataset, node, sample, stance } from './builders.ts';

const distance = (a: { x: number; y: number }, b: { x: number; y: number }) => Math.hypot(a.x - b.x, a.y - b.y);

test('the main plan is in the middle, opponents on the left, supporters on the right, outlets below', () => {
  const places = explorerLayout(sample);
  expect(places?.get('plan:invitation')).toEqual({ x: 0, y: 0 });
  expect(places?.get('country:hu')?.x).toBeLessThan(0);
  expect(places?.get('country:ua')?.x).toBeGreaterThan(0);
  const lowest = Math.min(...['country:hu', 'country:ua', 'country:be'].map((key) => places?.get(key)?.y ?? 0));
  for (const outlet of ['politico', 'kyiv-post', 'suspilne'])
    expect(places?.get(`outlet:${outlet}`)?.y).toBeLessThan(lowest);
});

test('every node has a place, the same every time and in whatever order the data come', () => {
  const places = explorerLayout(sample);
  expect([...(places?.keys() ?? [])].sort()).toEqual([...sample.nodes.keys()].sort());
  expect(explorerLayout(sample)).toEqual(places);
  const turned = dataset([...sample.nodes.values()].reverse(), [...sample.edges.values()].reverse());
  const again = explorerLayout(turned);
  for (const [key, place] of places ?? []) {
    expect(again?.get(key)?.x).toBeCloseTo(place.x, 6);
    expect(again?.get(key)?.y).toBeCloseTo(place.y, 6);
  }
});

test('no two of forty holders stand on each other', () => {
  const holders = Array.from({ length: 40 }, (_, index) => node(`country:c${index}`, `Country number ${index}`));
  const types = ['OPPOSES', 'SUPPORTS', 'NONCOMMITTAL_ON', 'DEFERS_ON'];
  const places = explorerLayout(
    dataset(
      [node('plan:a'), ...holders],
      holders.map((holder, index) => stance(types[index % 4] as string, holder.key, 'plan:a')),
    ),
  );
  const points = [...(places?.values() ?? [])];
  for (const [index, point] of points.entries()) {
    for (const other of points.slice(index + 1)) expect(distance(point, other)).toBeGreaterThan(18);
  }
});

test('a newcomer finds free room near its anchor and moves nobody', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 60 }), (many) => {
      const places = new Map([
        ['anchor', { x: 250, y: 40 }],
        ['other', { x: -250, y: 0 }],
      ]);
      const before = structuredClone([...places]);
      for (let index = 0; index < many; index++) placeNear(places, `new:${index}`, 'anchor');
      expect([...places].slice(0, 2)).toEqual(before);
      const points = [...places.values()];
      const last = points.at(-1) as { x: number; y: number };
      for (const other of points.slice(0, -1)) expect(distance(last, other)).toBeGreaterThanOrEqual(29);
    }),
    { numRuns: 30 },
  );
});

test('relaxing parts what overlaps and leaves what is fixed', () => {
  const places = new Map([
    ['a', { x: 0, y: 0 }],
    ['b', { x: 10, y: 5 }],
  ]);
  relax(places, () => 'label', new Set(['a']));
  expect(places.get('a')).toEqual({ x: 0, y: 0 });
  expect(Math.abs((places.get('b')?.y ?? 0) - 0)).toBeGreaterThanOrEqual(25);
});
