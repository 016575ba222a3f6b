// Pairs that may be one: what speaks for it is found and said, and what speaks against it too.
import { describe, expect, it } from 'vitest';
import {
  type Candidate,
  candidateSteps,
  type NamedEntity,
} from '../../../../server/provenance/same-entity/candidates.ts';
import type { EntityType } from '../../../../server/schema/key.ts';
import { atOnce } from '../../../../server/schema/steps.ts';

const entity = (type: EntityType, name: string, more: Partial<NamedEntity> = {}): NamedEntity => ({
  key: `${type.toLowerCase()}:${name.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, '-')}`,
  ...{ type, name, aliases: [], iso2: null, url: null, day: null },
  ...more,
});
const found = (...entities: NamedEntity[]): Candidate[] => atOnce(candidateSteps(entities));
const only = (...entities: NamedEntity[]): Candidate => {
  const [one, ...others] = found(...entities);
  expect(others).toEqual([]);
  if (one === undefined) throw new Error('No pair was found.');
  return one;
};

describe('candidates for one entity', () => {
  it('are people under one name, with a title or without, in another spelling or with an initial', () => {
    expect(only(entity('Person', 'President Ana Petrova'), entity('Person', 'Ana Petrova')).score).toBe(0.9);
    expect(only(entity('Person', 'Péter Szabó'), entity('Person', 'Peter Szabo')).score).toBe(0.9);
    expect(only(entity('Person', 'Олег Єрмак'), entity('Person', 'Oleh Yermak'))).toMatchObject({
      score: 0.8,
      reasons: ['“Oleh Yermak” and “Олег Єрмак” are spellings of one name'],
    });
    expect(only(entity('Person', 'A. Petrova'), entity('Person', 'Ana Petrova')).reasons).toEqual([
      '“A. Petrova” has the initial and the surname of “Ana Petrova”',
    ]);
  });

  it('are a surname and the whole name that has it, weakly', () => {
    const pair = only(entity('Person', 'Petrova'), entity('Person', 'Ana Petrova'));
    expect(pair).toMatchObject({ score: 0.5, reasons: ['“Petrova” is the surname in “Ana Petrova”'], against: [] });
  });

  it('are not two people of one surname', () => {
    expect(found(entity('Person', 'Ana Petrova'), entity('Person', 'Olga Petrova'))).toEqual([]);
    // Where an alias joins the two, what tells them apart is said.
    const [pair] = found(
      entity('Person', 'Ana Petrova', { aliases: ['Petrova'] }),
      entity('Person', 'Olga Petrova', { aliases: ['Petrova'] }),
    );
    expect(pair?.score ?? 0).toBeLessThan(0.35);
  });

  it('are an organization and its acronym, and two with one address', () => {
    expect(only(entity('Organization', 'N.T.O.'), entity('Organization', 'Norland Trade Organization'))).toMatchObject({
      score: 0.8,
      reasons: ['“N.T.O.” stands for the first letters of “Norland Trade Organization”'],
    });
    const url = 'https://example.org/';
    expect(only(entity('Outlet', 'Harbour Times', { url }), entity('Outlet', 'HT Online', { url })).score).toBe(0.9);
  });

  it('share a country code, and are two where they have different ones', () => {
    const [norland, northland] = [
      entity('Country', 'Norland', { iso2: 'NL' }),
      entity('Country', 'The Northern Land', { iso2: 'NL' }),
    ];
    expect(only(norland, northland).reasons).toEqual(['both have the country code NL']);
    expect(found(norland, { ...norland, key: 'country:other', iso2: 'NO' })).toEqual([]);
  });

  it('are of one type, each pair once, whatever the order they come in', () => {
    expect(found(entity('Person', 'Norland'), entity('Country', 'Norland'))).toEqual([]);
    const all = [
      entity('Person', 'Ana Petrova', { aliases: ['Petrova', 'A. Petrova'] }),
      entity('Person', 'Anna Petrova', { aliases: ['A. Petrova'] }),
      entity('Person', 'Petrova'),
    ];
    expect(found(...all)).toHaveLength(3);
    expect(found(...[...all].reverse())).toEqual(found(...all));
  });

  it('are events of one name on one day, hardly on two', () => {
    const first = entity('Event', 'Harbour summit', { day: '2026-03-01' });
    expect(only(first, { ...first, key: 'event:b' }).score).toBe(0.9);
    expect(found(first, { ...first, key: 'event:b', day: '2027-03-01' })).toEqual([]);
  });
});
