import { expect, test } from 'vitest';
import { countryHint } from '../../../client/graph/layouts/countries.ts';
import { mapLayout } from '../../../client/graph/layouts/map.ts';
import { node } from '../builders.ts';

const none = new Uint32Array();
const at = (places: Float32Array, index: number) => ({
  x: places[2 * index] as number,
  y: places[2 * index + 1] as number,
});

test('countries lie as on a map, by code of two or three letters or by name', () => {
  const { places, countries, outline } = mapLayout(
    [{ is: 'US' }, { is: 'DEU' }, { is: 'Türkiye' }, { is: 'Norway' }],
    none,
  );
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
  const { places } = mapLayout([{ is: 'FR' }, { is: 'ES' }, { is: 'DE' }, { is: 'US' }], none);
  // With Guiana, the centre of all of France would lie far out in the Atlantic.
  expect(Math.abs(at(places, 0).x - at(places, 1).x)).toBeLessThan(Math.abs(at(places, 0).x - at(places, 3).x) / 4);
});

test('what belongs or relates to a country is beside it, what relates to none below the map', () => {
  const { places } = mapLayout([{ is: 'US' }, { is: 'UA' }, { in: 'ua' }, {}, {}], Uint32Array.from([3, 1]));
  const ukraine = at(places, 1);
  for (const index of [2, 3]) {
    const { x, y } = at(places, index);
    expect(Math.hypot(x - ukraine.x, y - ukraine.y)).toBeLessThan(250);
  }
  expect(at(places, 4).y).toBeLessThan(-360);
});

test('without any country all are below the map of the world', () => {
  const { places, countries } = mapLayout([{}, { is: 'Atlantis' }], none);
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
