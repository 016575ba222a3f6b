import { expect, test } from 'vitest';
import type { Point } from '../../../client/graph/build.ts';
import { countryHint } from '../../../client/graph/layouts/countries.ts';
import { mapLayout } from '../../../client/graph/layouts/map.ts';
import { node } from '../builders.ts';

const at = (places: Float32Array, index: number) => ({
  x: places[2 * index] as number,
  y: places[2 * index + 1] as number,
});

test('countries lie as on a map, by code of two or three letters or by name', () => {
  const { places, countries, outline } = mapLayout([{ is: 'US' }, { is: 'DEU' }, { is: 'Türkiye' }, { is: 'Norway' }]);
  expect(countries).toBe(4);
  const [us, germany, turkey, norway] = [0, 1, 2, 3].map((index) => at(places, index)) as [
    { x: number; y: number },
    { x: number; y: number },
    { x: number; y: number },
    { x: number; y: number },
  ];
  expect(us.x).toBeLessThan(germany.x);
  expect(germany.x).toBeLessThan(turkey.x);
  expect(norway.y).toBeGreaterThan(germany.y);
  expect(germany.y).toBeGreaterThan(turkey.y);
  expect(outline).toMatch(/^M-?[\d.]+,-?[\d.]+L/);
});

test('the middle of a country is on its mainland', () => {
  const { places } = mapLayout([{ is: 'FR' }, { is: 'ES' }, { is: 'DE' }, { is: 'US' }]);
  // With Guiana, the centre of all of France would lie far out in the Atlantic.
  expect(Math.abs(at(places, 0).x - at(places, 1).x)).toBeLessThan(Math.abs(at(places, 0).x - at(places, 3).x) / 4);
});

test('what belongs to a country is beside it, also where it is not shown itself; what belongs to none is below the map', () => {
  const hints = [{ is: 'US' }, { is: 'UA' }, { in: 'ua' }, { in: 'FR' }, {}, { in: 'Atlantis' }];
  const { places, outline } = mapLayout(hints);
  const [us, ukraine, there, paris] = [0, 1, 2, 3].map((index) => at(places, index)) as [Point, Point, Point, Point];
  expect(Math.hypot(there.x - ukraine.x, there.y - ukraine.y)).toBeLessThan(250);
  expect(paris.x).toBeGreaterThan(us.x);
  expect(paris.x).toBeLessThan(ukraine.x);
  // An outline's y grows downward: it ends above those below.
  const lowest = Math.max(...[...outline.matchAll(/,(-?[\d.]+)/g)].map(([, y]) => Number(y)));
  for (const index of [4, 5]) expect(-at(places, index).y).toBeGreaterThan(lowest + 20);
});

test('neighbours that are small do not cover each other, and stay in their order', () => {
  const names = ['BE', 'NL', 'LU', 'DE', 'CZ', 'AT', 'SK', 'SI', 'HU', 'HR', 'PL', 'UA', 'US'];
  const { places } = mapLayout(names.map((is) => ({ is })));
  const points = names.map((_, index) => at(places, index));
  for (const [index, a] of points.entries())
    for (const b of points.slice(index + 1)) expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeGreaterThan(40);
  const of = (name: string) => points[names.indexOf(name)] as Point;
  expect(of('BE').x).toBeLessThan(of('DE').x);
  expect(of('DE').x).toBeLessThan(of('UA').x);
  expect(of('SI').y).toBeLessThan(of('PL').y);
});

test('without any country all are below the map of the world', () => {
  const { places, countries } = mapLayout([{}, { is: 'Atlantis' }]);
  expect(countries).toBe(0);
  expect(at(places, 0).y).toBeLessThan(-360);
  expect(places.every(Number.isFinite)).toBe(true);
});

test('a node says which country it is or belongs to in its own properties', () => {
  expect(countryHint(node('country:hu', 'Hungary', { iso2: 'HU' }))).toEqual({ is: 'HU' });
  expect(countryHint(node('country:xk', 'Kosovo'))).toEqual({ is: 'Kosovo' });
  expect(countryHint(node('outlet:le-monde', 'Le Monde', { country: 'country:fr' }))).toEqual({ in: 'fr' });
  expect(countryHint(node('plan:x'))).toEqual({});
  const foreign = { key: '~1', labels: ['City'], name: 'Lyon', properties: { countryCode: 'FR' } };
  expect(countryHint(foreign)).toEqual({ in: 'FR' });
  expect(countryHint({ ...foreign, labels: ['Country'], name: 'France', properties: {} })).toEqual({ is: 'France' });
});
