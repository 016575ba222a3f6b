// What was known then: of outlets, owners, dates and ties only what the document of an article that is at hand tells.
import { describe, expect, it } from 'vitest';
import { deriveEdges } from '../../../server/provenance/edges.ts';
import { type EvidenceFilter, filterEvidence } from '../../../server/provenance/filter.ts';
import type { Evidence, EvidenceQuote } from '../../../server/schema/evidence.ts';
import { evidence, origins, testimony } from './evidence.ts';

const early = '2024-10-24';
const late = '2024-12-03';
/** As of the early day, and as a case of the early articles alone. */
const filters: [string, EvidenceFilter][] = [
  ['asOf', { asOf: '2024-11-01' }],
  ['case', { only: new Set(['a', 'b']) }],
  ['without', { without: ['l'] }],
];

describe.each(filters)('under %s', (_, filter) => {
  it('outlets are of one owner only where that was told', () => {
    const articles = {
      a: { on: early, outlet: 'o', owner: 'one', says: [{ sources: ['x'] }] },
      b: { on: early, outlet: 'p', owner: 'one', says: [{ sources: ['y'] }] },
      l: { on: late },
    };
    const known = { outlets: { a: ['a'], b: ['b'] } };
    const toldLate = evidence({ articles, told: { ...known, owners: { o: { l: 'one' }, p: { a: 'one' } } } });
    expect(origins(toldLate).byOwner).toBe(1);
    expect(origins(filterEvidence(toldLate, filter)).byOwner).toBe(2);
    const toldEarly = evidence({
      articles,
      told: { ...known, owners: { o: { b: 'one', l: 'two' }, p: { a: 'one' } } },
    });
    expect(origins(filterEvidence(toldEarly, filter)).byOwner).toBe(1);
    // An entities document has no day: what it says of an owner is known at all times.
    expect(origins(filterEvidence(evidence({ articles, told: known }), filter)).byOwner).toBe(1);
  });

  it('a stub has the outlet, the title and the days that were told', () => {
    const stub = { held: false, outlet: 'o', owner: 'one', reliability: 'B', title: 'Now' } as const;
    const all = evidence({
      articles: {
        a: { on: early, outlet: 'q', says: [{ relays: ['s'] }] },
        l: { on: late, says: [{ relays: ['s'] }] },
        s: { ...stub, on: late, says: [{ knownFrom: ['a', 'l'] }] },
      },
      told: {
        articles: { s: [{ by: 'a' }, { by: 'l', title: 'Now', publishedFrom: late, publishedTo: late }] },
        outlets: { a: ['a'], s: ['l'] },
      },
    });
    expect(origins(all).dateConflicts).toEqual([{ article: 'a', relays: 's' }]);
    const then = filterEvidence(all, filter);
    expect(origins(then).dateConflicts).toEqual([]);
    const unknown = {
      outlet: null,
      owner: null,
      reliability: null,
      title: null,
      publishedFrom: null,
      publishedTo: null,
    };
    expect(then.articles.get('s')).toMatchObject(unknown);
    const edges = (of: Evidence) => deriveEdges(of, new Set()).map(({ type, source }) => `${type} ${source}`);
    expect(edges(all)).toEqual(expect.arrayContaining(['REPORTS o', 'CITES q']));
    expect(edges(then)).toEqual(['OPPOSES country:hu', 'REPORTS q']);
  });

  it('of a report that is not at hand nothing is known but what others told of it', () => {
    const all = evidence({
      articles: {
        a: { on: early, says: [{ relays: ['l'] }] },
        l: { on: late, outlet: 'o', title: 'Its own', says: [{ sources: ['x'] }] },
      },
      told: {
        articles: { l: [{ by: 'a', publishedFrom: '2024-10-20', publishedTo: '2024-10-22' }] },
        outlets: { l: ['l'] },
      },
    });
    expect(origins(all).dateConflicts).toHaveLength(1);
    const then = filterEvidence(all, filter);
    expect(origins(then).dateConflicts).toEqual([]);
    if (filter.without === undefined) {
      const told = { outlet: null, title: null, publishedFrom: '2024-10-20', publishedTo: '2024-10-22', held: false };
      expect(then.articles.get('l')).toMatchObject(told);
    }
  });

  it('one is among others, and a count sums up others, only where that was told', () => {
    const all = evidence({
      articles: {
        a: { on: early, says: [{ sources: ['one'] }] },
        b: { on: early, says: [{ sources: ['four'] }] },
        l: { on: late },
      },
      sources: { one: { memberOf: ['four'] }, four: { minCount: 4 } },
      claims: { c: { includes: ['d'] }, d: {} },
      told: { links: { 'MEMBER_OF one four': ['l'], 'INCLUDES c d': ['l'] } },
    });
    expect(origins(all)).toMatchObject({ max: 1, sources: 4 });
    const then = filterEvidence(all, filter);
    expect(origins(then)).toMatchObject({ max: 2, sources: 5 });
    expect(then.claims.get('c')?.includes).toEqual([]);
    const stated = { ...all, told: testimony(all.articles, { links: { 'MEMBER_OF one four': ['a', 'l'] } }) };
    expect(origins(filterEvidence(stated, filter))).toMatchObject({ max: 1, sources: 4 });
  });

  it('a stub’s quotes, disputes and speakers are those that were told', () => {
    const shown = { knownFrom: ['a', 'l'], quotes: ['q', 'r'], speakers: ['person:p', 'person:q'], disputes: ['d'] };
    const given = evidence({
      articles: {
        a: { on: early, says: [{ relays: ['s'] }] },
        l: { on: late, says: [{ relays: ['s'] }] },
        s: { held: false, says: [shown] },
      },
      told: {
        articles: { s: [{ by: 'a' }, { by: 'l' }] },
        links: {
          'HAS_QUOTE s q': ['a'],
          'HAS_QUOTE s r': ['l'],
          'DISPUTES s d': ['l'],
          'SPOKEN_BY u person:p': ['a'],
          'SPOKEN_BY v person:q': ['a', 'l'],
        },
      },
    });
    const quote = (key: string, utterance: string): [string, EvidenceQuote] => [
      key,
      { quote: key, text: key, lang: 'en', article: 'a', utterance, translationOf: [] },
    ];
    const all = { ...given, quotes: new Map([quote('q', 'u'), quote('r', 'v')]) };
    const then = filterEvidence(all, filter).assertions.find(({ assertion }) => assertion === 's');
    expect(then).toMatchObject({ quotes: ['q'], speakers: ['person:p'], disputes: [] });
    expect(all.assertions.find(({ assertion }) => assertion === 's')).toMatchObject(shown);
  });
});

it('a value that is stored stays while one who is at hand tells it; else the first by key tells it', () => {
  const dates = (day: string) => ({ publishedFrom: day, publishedTo: day });
  const all = evidence({
    articles: {
      a: { on: early, says: [{ relays: ['s'] }] },
      b: { on: early },
      l: { on: late },
      s: { held: false, ...dates('2024-10-03') },
    },
    told: {
      articles: {
        s: [
          { by: 'a', ...dates('2024-10-01') },
          { by: 'b', ...dates('2024-10-02') },
          { by: 'l', ...dates('2024-10-03') },
        ],
      },
    },
  });
  const day = (filter: EvidenceFilter) => filterEvidence(all, filter).articles.get('s')?.publishedFrom;
  expect(day({ asOf: '2024-11-01' })).toBe('2024-10-01');
  expect(day({ asOf: late })).toBe('2024-10-03');
  expect(day({ only: new Set(['b']) })).toBe('2024-10-02');
});

it('an article that nobody at hand knows of revises and retracts nothing', () => {
  const all = evidence({
    articles: { a: { on: early, retractedBy: ['s'], says: [{}] }, l: { on: late }, s: { held: false } },
    told: { articles: { s: [{ by: 'l' }] } },
  });
  expect(origins(all).max).toBe(0);
  expect(origins(filterEvidence(all, { asOf: '2024-11-01' })).max).toBe(1);
});
