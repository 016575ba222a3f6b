import { describe, expect, it } from 'vitest';
import { draftOf, known, proposals } from '../world.ts';

/** "words = entity" for each mention, in the text's order. */
const mentions = (text: string, entities = known.entities): string[] =>
  proposals(draftOf(text, { known: { entities } }), 'mention')
    .sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end)
    .map(({ span, entity }) => `${span.quote} = ${entity}`);

describe('known names', () => {
  it.each([
    ['The HU met in spring.', ['HU = organization:harbour-union']],
    ['the hu met', []],
    ['Mara Voss spoke. Voss left.', ['Mara Voss = person:mara-voss', 'Voss = person:mara-voss']],
    ['Oskar Brandt spoke. Later Brandt left.', ['Oskar Brandt = person:oskar-brandt', 'Brandt = person:oskar-brandt']],
    ['Ministers in Harwick met.', []],
  ])('%s', (text, expected) => {
    expect(mentions(text).filter((one) => !one.includes('= country:') || expected.includes(one))).toEqual(expected);
  });

  it('answer in another spelling, and say so', () => {
    const entities = [{ key: 'person:z', type: 'Person' as const, name: 'Oleksandr Zelenko', aliases: [] }];
    const [mention] = proposals(draftOf('President Olexandr Zelenko said no.', { known: { entities } }), 'mention');
    expect(mention).toMatchObject({ entity: 'person:z' });
    expect(mention?.reason).toContain('another spelling of Oleksandr Zelenko');
    expect(mention?.candidates.map(({ key }) => key)).toEqual(['person:z', 'person:olexandr-zelenko']);
  });

  it('of two entities are both candidates, with little certainty', () => {
    const entities = ['a', 'b'].map((key) => ({
      key: `person:${key}`,
      type: 'Person' as const,
      name: 'Ada Berg',
      aliases: [],
    }));
    const [mention] = proposals(draftOf('Ada Berg spoke.', { known: { entities } }), 'mention');
    expect(mention?.candidates.map(({ key }) => key)).toEqual(['person:a', 'person:b']);
    expect(mention?.score).toBeLessThanOrEqual(0.5);
  });
});

describe('countries', () => {
  it.each([
    ['The U.S. and the UK met.', ['U.S. = country:us', 'UK = country:gb']],
    ['Let us go to school.', []],
    ['German officials met.', ['German = country:de']],
    ['Berlin opposes it, and Kyiv does not.', ['Berlin = country:de', 'Kyiv = country:ua']],
    ['They met in Berlin.', []],
    ['The Kremlin said no.', ['Kremlin = country:ru']],
  ])('%s', (text, expected) => {
    expect(mentions(text, [])).toEqual(expected);
  });
});

describe('what is new', () => {
  it.each([
    ['Prime Minister Ilse Kron spoke. Kron left.', ['Ilse Kron = person:ilse-kron', 'Kron = person:ilse-kron']],
    ['Ilse Kron, a spokesperson for the port, spoke.', ['Ilse Kron = person:ilse-kron']],
    ['“No,” said Ilse van der Kron.', ['Ilse van der Kron = person:ilse-van-der-kron']],
    ['The Fishery Council met.', ['Fishery Council = organization:fishery-council']],
    [
      'The Northern Fishery Agency (NFA) met. The NFA left.',
      [
        'Northern Fishery Agency = organization:northern-fishery-agency',
        'NFA = organization:northern-fishery-agency',
        'NFA = organization:northern-fishery-agency',
      ],
    ],
    ['The Strand Gazette wrote so.', ['Strand Gazette = outlet:strand-gazette']],
    ['Reuters reported so.', ['Reuters = outlet:reuters']],
    ['Summer Road is closed.', []],
  ])('%s', (text, expected) => {
    expect(mentions(text, [])).toEqual(expected);
  });

  it('does not take the key of somebody known', () => {
    const entities = [{ key: 'person:ilse-kron', type: 'Person' as const, name: 'Somebody Else', aliases: [] }];
    const [entity] = proposals(draftOf('Minister Ilse Kron spoke.', { known: { entities } }), 'entity');
    expect(entity?.entity).toBe('person:ilse-kron-2');
  });
});
