// The evidence filter: what still counts up to a day, and without some articles, outlets or sources.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deriveEdges } from '../../../server/provenance/edges.ts';
import { filterEvidence } from '../../../server/provenance/filter.ts';
import type { EvidenceRow } from '../../../server/schema/evidence.ts';
import { row, shownBy } from './evidence.ts';

const left = (rows: EvidenceRow[], without: string[]): string[] =>
  filterEvidence(rows, { without }).map(({ assertion }) => assertion);

describe('asOf', () => {
  it.each<[string | null, string, boolean]>([
    ['2024-10-24', '2024-10-24', true],
    ['2024-10-25', '2024-10-24', false],
    ['2024-10-24T23:59:00Z', '2024-10-24', true],
    ['2024-10-24', '2024-10', true],
    ['2024-10', '2024-10-24', false],
    ['2024-10', '2024-11-01', true],
    ['2024', '2024-12-31', true],
    ['2024', '2024-12-30', false],
    [null, '1900', true],
  ])('of an article published to %s at %s', (publishedTo, asOf, kept) => {
    expect(filterEvidence([row({ publishedFrom: publishedTo, publishedTo })], { asOf })).toHaveLength(kept ? 1 : 0);
  });

  it('of an article with an open end goes by its beginning', () => {
    const open = row({ publishedFrom: '2024-12-03', publishedTo: null });
    expect(filterEvidence([open], { asOf: '2024-11-01' })).toEqual([]);
    expect(filterEvidence([open], { asOf: '2024-12-03' })).toEqual([open]);
  });

  it('lets an article count until the day of its revision, a stub’s by the article that shows it', () => {
    const newer = [{ article: 'article:a.2', publishedTo: '2024-12-03' }];
    const shown = { ...shownBy('article:a', null, '2024-10-24'), newer };
    const rows = [row({ newer }), row({ held: false, reconstructed: true, knownFrom: [shown] })];
    const edges = (asOf: string) => deriveEdges(filterEvidence(rows, { asOf })).length;
    expect(edges('2024-11-01')).toBeGreaterThan(0);
    expect(edges('2024-12-03')).toBe(0);
    expect(deriveEdges(filterEvidence(rows, { without: ['article:a.2'] })).length).toBe(edges('2024-11-01'));
  });

  it("leaves of a stub's assertion the articles that show it by then", () => {
    const known = [shownBy('article:a', null, '2024-10-24'), shownBy('article:b', null, '2024-12-03')];
    const stub = row({ held: false, reconstructed: true, publishedTo: '2025-01-01', knownFrom: known });
    expect(filterEvidence([stub], { asOf: '2024-11-01' })[0]?.knownFrom).toEqual(known.slice(0, 1));
    expect(filterEvidence([stub], { asOf: '2024-10-01' })).toEqual([]);
  });
});

describe('without', () => {
  const politico = { article: 'article:politico', outlet: 'outlet:politico' };
  const relaying = row({ assertion: 'relaying', relays: [politico] });
  const stub = row({
    assertion: 'stub',
    ...politico,
    held: false,
    reconstructed: true,
    sources: ['source:officials'],
    knownFrom: [shownBy('article:a', 'outlet:o')],
  });
  const another = row({ assertion: 'another', claim: 'claim:other', relays: [politico] });
  const rows = [relaying, stub, another];

  it('leaves all where nothing is left out', () => {
    expect(filterEvidence(rows, {})).toEqual(rows);
    expect(filterEvidence(rows, { without: ['article:nowhere'] })).toEqual(rows);
  });

  it('an article or outlet takes what it says and what only relays it', () => {
    expect(left(rows, ['article:politico'])).toEqual([]);
    expect(left(rows, ['outlet:politico'])).toEqual([]);
    expect(left(rows, ['article:a'])).toEqual([]);
    expect(
      left(
        [row({ assertion: 'both', relays: [politico, { article: 'article:c', outlet: null }] })],
        ['article:politico'],
      ),
    ).toEqual(['both']);
  });

  it('a source takes what rests on it alone, also through a relay, and no other claim', () => {
    expect(left(rows, ['source:officials'])).toEqual(['another']);
    const two = row({ assertion: 'two', sources: ['source:officials', 'source:b'] });
    expect(filterEvidence([two], { without: ['source:officials'] })).toEqual([{ ...two, sources: ['source:b'] }]);
  });

  it('a relayed article with another word on the claim keeps what relays it', () => {
    const own = row({ assertion: 'own', ...politico, sources: ['source:other'] });
    expect(left([...rows, own], ['source:officials'])).toEqual(['relaying', 'another', 'own']);
  });

  it('an article that shows a stub takes the stub only when nothing else shows it', () => {
    const shown = { ...stub, knownFrom: [shownBy('article:a', 'outlet:o'), shownBy('article:b', null)] };
    expect(filterEvidence([shown], { without: ['article:a'] })).toEqual([
      { ...shown, knownFrom: [shownBy('article:b', null)] },
    ]);
    const other = row({ assertion: 'other', article: 'article:b', outlet: null, relays: [politico] });
    expect(left([relaying, stub, other], ['article:a'])).toEqual(['other']);
  });

  it('two articles that relay only each other stay until one is left out', () => {
    const circle = [
      row({ assertion: '1', relays: [{ article: 'article:b', outlet: null }] }),
      row({
        assertion: '2',
        article: 'article:b',
        outlet: null,
        relays: [{ article: 'article:a', outlet: 'outlet:o' }],
      }),
    ];
    expect(left(circle, ['article:c'])).toEqual(['1', '2']);
    expect(left(circle, ['article:b'])).toEqual([]);
  });

  it('leaves less, never more, the more is left out, and twice is once', () => {
    const article = fc.constantFrom('article:a', 'article:b', 'article:c');
    const some = fc
      .record({
        article,
        sources: fc.subarray(['source:x', 'source:y']),
        relays: fc.uniqueArray(article, { maxLength: 2 }),
        claim: fc.constantFrom('claim:1', 'claim:2'),
      })
      .map(({ relays, ...more }) =>
        row({ ...more, outlet: null, relays: relays.map((key) => ({ article: key, outlet: null })) }),
      );
    const keys = fc.subarray(['article:a', 'article:b', 'source:x', 'source:y']);
    fc.assert(
      fc.property(fc.array(some, { maxLength: 10 }), keys, keys, (list, one, two) => {
        const less = left(list, [...one, ...two]);
        expect(left(list, one)).toEqual(expect.arrayContaining(less));
        const once = filterEvidence(list, { without: one });
        expect(filterEvidence(once, { without: one })).toEqual(once);
      }),
      { seed: 7, numRuns: 300 },
    );
  });
});
