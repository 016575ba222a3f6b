// The documents that an export makes of shared entities, however many there are.
import { expect, it } from 'vitest';
import { documentsOf } from '../../../server/exchange/shared.ts';

const country = (at: number) => ({ type: 'Country', key: `country:c-${at}`, name: `Country ${at}` });
const relation = { type: 'MEMBER_OF', start: 'country:c-1', end: 'organization:o' };

it('are of 5,000 entities each, of more entities than a call takes arguments', () => {
  const documents = documentsOf(
    Array.from({ length: 130_001 }, (_, at) => [country(at)]),
    [relation],
  );
  expect(documents.map(({ entities }) => entities.length)).toEqual([...new Array(26).fill(5000), 1]);
  expect(documents.map(({ relations = [] }) => relations.length)).toEqual([...new Array(26).fill(0), 1]);
});

it('have an entity of several parts once each', () => {
  const documents = documentsOf([[country(1)], [country(2), { ...country(2), aliases: ['Two'] }]], []);
  expect(documents.map(({ entities }) => entities.map(({ key }) => key))).toEqual([
    ['country:c-1', 'country:c-2'],
    ['country:c-2'],
  ]);
  expect(documentsOf([], [])).toEqual([]);
});
