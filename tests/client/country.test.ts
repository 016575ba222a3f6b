import { expect, test } from 'vitest';
import { countryOf } from '../../client/text/country.ts';

test.each([
  ['country:fr', 'France'],
  ['country:ua', 'Ukraine'],
  ['country:norland', undefined],
  ['country:qm', undefined],
  ['outlet:fr', undefined],
  ['fr', undefined],
])('%s is called %s', (key, name) => {
  expect(countryOf(key)).toBe(name);
});
