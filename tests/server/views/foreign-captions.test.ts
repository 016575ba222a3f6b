// What nodes of somebody else's model are called by, and how what is typed is matched against their texts.
import { describe, expect, it } from 'vitest';
import { Captions, captionSources, profileOf, wordsOf } from '../../../server/views/foreign/captions.ts';
import { searchWords, textPattern } from '../../../server/views/foreign/pattern.ts';

type Properties = Record<string, unknown>;
/** A sample of fifty nodes of a label. */
const fifty = (of: (index: number) => Properties): Properties[] => Array.from({ length: 50 }, (_, index) => of(index));
const best = (label: string, sample: readonly Properties[]) => captionSources(profileOf(label, sample))[0];

describe('the property by which nodes are called', () => {
  it.each<[string, string, (index: number) => Properties, readonly string[]]>([
    ['a known name', 'Film', (i) => ({ code: `F${i}`, title: `Film ${i}` }), ['title']],
    [
      'a known name however it is written',
      'User',
      (i) => ({ Display_Name: `User ${i}`, login: `u${i}` }),
      ['Display_Name'],
    ],
    ['what ends as a name', 'Customer', (i) => ({ customerID: `C${i}`, companyName: `Firm ${i}` }), ['companyName']],
    ['the name of the thing itself', 'Product', (i) => ({ brandName: `B${i}`, productName: `P${i}` }), ['productName']],
    [
      'a first and a last name',
      'Employee',
      (i) => ({ title: `T${i}`, lastName: `L${i}`, firstName: 'A' }),
      ['firstName', 'lastName'],
    ],
    ['not a name that few have', 'Part', (i) => ({ partNumber: i, ...(i < 5 ? { name: 'x' } : {}) }), ['partNumber']],
    ['not a name that all share', 'Contact', (i) => ({ title: 'Owner', fullLabel: `Contact ${i}` }), ['fullLabel']],
    ['an id', 'Legislator', (i) => ({ bioguideID: `A${i}`, party: 'D' }), ['bioguideID']],
    ['its own id rather than another’s', 'Order', (i) => ({ customerID: `C${i}`, orderID: 100 + i }), ['orderID']],
    ['a plain id rather than another’s', 'Order', (i) => ({ customer_id: `C${i}`, id: 100 + i }), ['id']],
    ['other text that tells them apart', 'Station', (i) => ({ line: 'U1', stop: `Stop ${i}`, height: i }), ['stop']],
  ])('is %s', (_, label, of, expected) => {
    expect(best(label, fifty(of))).toEqual(expected);
  });

  it('is none where nothing tells nodes apart, or only long texts and lists do', () => {
    expect(
      captionSources(
        profileOf(
          'Log',
          fifty(() => ({ level: 'info' })),
        ),
      ),
    ).toEqual([]);
    expect(
      captionSources(
        profileOf(
          'Page',
          fifty((i) => ({ body: `${i} `.repeat(200), tags: ['a'] })),
        ),
      ),
    ).toEqual([]);
    expect(
      captionSources(
        profileOf(
          'Bare',
          fifty(() => ({})),
        ),
      ),
    ).toEqual([]);
  });

  it('does not depend on the order of the properties', () => {
    const one = fifty((i) => ({ homeCode: `h${i}`, workCode: `w${i}` }));
    const other = fifty((i) => ({ workCode: `w${i}`, homeCode: `h${i}` }));
    expect(captionSources(profileOf('X', one))).toEqual(captionSources(profileOf('X', other)));
  });

  it('is read with its borders', () => {
    expect(wordsOf('bioguideID')).toEqual(['bioguide', 'id']);
    expect(wordsOf('HTTPCode')).toEqual(['http', 'code']);
    expect(wordsOf('movie_title2')).toEqual(['movie', 'title', '2']);
    expect(wordsOf('Entity A')).toEqual(['entity', 'a']);
    expect(wordsOf('Назва')).toEqual(['назва']);
  });
});

describe('a caption', () => {
  const captions = new Captions([
    {
      ...profileOf(
        'Person',
        fifty((i) => ({ name: `P${i}` })),
      ),
      nodes: 50,
    },
    { ...profileOf('Actor', fifty((i) => ({ name: `P${i}` })).slice(0, 5)), nodes: 5 },
  ]);
  const node = (labels: string[], properties: Properties) => ({ id: '4:x:7', labels, properties });

  it('is the value, cut and in one line', () => {
    expect(captions.captionOf(node(['Person'], { name: ' Anna\n Karina ' }))).toBe('Anna Karina');
    const long = captions.captionOf(node(['Person'], { name: 'я'.repeat(500) }));
    expect([...long]).toHaveLength(120);
    expect(long.endsWith('…')).toBe(true);
  });

  it('falls back on the node’s own names and ids, then on its label and id', () => {
    expect(captions.captionOf(node(['Person'], { name: ' ', nickName: 'Ann', mood: 'good' }))).toBe('Ann');
    expect(captions.captionOf(node(['Unseen'], { billID: 'hr2-114' }))).toBe('hr2-114');
    expect(captions.captionOf(node(['Person'], { mood: 'good' }))).toBe('Person 4:x:7');
    expect(captions.captionOf(node([], {}))).toBe('node 4:x:7');
    expect(captions.captionOf(node(['Film'], { title: 1984 }))).toBe('1984');
  });

  it('stands under the label that fewest carry', () => {
    expect(captions.inOrder(['Person', 'Actor'])).toEqual(['Actor', 'Person']);
    expect(captions.inOrder(['B', 'A'])).toEqual(['A', 'B']);
  });
});

describe('what is typed', () => {
  const finds = (typed: string, text: string): boolean =>
    new RegExp(textPattern(searchWords(typed)), 'isu').test(text.normalize('NFKD'));

  it.each([
    ['szijjarto', 'Péter Szijjártó'],
    ['SZIJJÁRTÓ peter', 'Péter Szijjártó'],
    ['hres129-114', 'hres129-114'],
    ['129', 'hres129-114'],
    ['strasse', 'Lange Straße 4'],
    ['straße', 'LANGE STRASSE 4'],
    ['lodz', 'Łódź'],
    ['oeuvre', 'Œuvre complète'],
    ['aether', 'Æther'],
    ['thor', 'Þór'],
    ['soren', 'Søren'],
    ['київ', 'м. Київ'],
    ['й', 'Й'],
    ['two', 'in\ntwo lines'],
    ['１２', '12'],
  ])('%s finds %s', (typed, text) => {
    expect(finds(typed, text)).toBe(true);
  });

  it.each([
    ['karina', 'Anna'],
    ['a.d', 'abc'],
    ['anna godard', 'Anna Karina'],
  ])('%s does not find %s', (typed, text) => {
    expect(finds(typed, text)).toBe(false);
  });

  it('has no words where it has no letters and digits', () => {
    expect(searchWords(' -*?"')).toEqual([]);
  });
});
