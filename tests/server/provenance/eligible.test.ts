// What the number of origins makes eligible, on the scale of STANAG 2511.
import { expect, it } from 'vitest';
import { eligibleCredibility } from '../../../server/provenance/eligible.ts';

it.each([
  [0, 0, null],
  [0, 3, null],
  [1, 1, null],
  [1, 2, 2],
  [1, 9, 2],
  [2, 2, 1],
  [2, 5, 1],
  [7, 7, 1],
])('%i–%i origins: at best %s', (min, max, best) => {
  expect(eligibleCredibility({ min, max })).toBe(best);
});
