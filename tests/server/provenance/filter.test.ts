// The evidence filter: what counts up to a day, in a case, by grade, and without some articles, outlets or sources.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deriveEdges } from '../../../server/provenance/edges.ts';
import { type EvidenceFilter, filterEvidence } from '../../../server/provenance/filter.ts';
import type { Evidence } from '../../../server/schema/evidence.ts';
import { articleKeys, evidenceFrom, input, sourceKeys } from './arbitrary.ts';
import { badge, evidence, origins } from './evidence.ts';

const left = (of: Evidence, filter: EvidenceFilter): string[] =>
  filterEvidence(of, filter).assertions.map(({ assertion }) => assertion);
const without = (of: Evidence, ...keys: string[]): string[] => left(of, { without: keys });

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
  ])('of an article published to %s at %s', (day, asOf, kept) => {
    const one = evidence({ articles: { a: { publishedFrom: day, publishedTo: day, says: [{}] } } });
    expect(left(one, { asOf })).toHaveLength(kept ? 1 : 0);
  });

  it('of an article with an open end goes by its beginning', () => {
    const open = evidence({ articles: { a: { publishedFrom: '2024-12-03', says: [{}] } } });
    expect(left(open, { asOf: '2024-11-01' })).toEqual([]);
    expect(left(open, { asOf: '2024-12-03' })).toEqual(['a']);
  });

  it('lets an article count until the day of its revision, a stub’s by the article that shows it', () => {
    const revised = evidence({
      articles: {
        a: { on: '2024-10-24', revisedBy: ['a.2'], says: [{ relays: ['s'] }] },
        'a.2': { on: '2024-12-03' },
        s: { held: false, outlet: 'o', says: [{ knownFrom: ['a'] }] },
      },
    });
    const edges = (filter: EvidenceFilter) => deriveEdges(filterEvidence(revised, filter), new Set()).length;
    expect(edges({ asOf: '2024-11-01' })).toBe(2);
    expect(edges({ asOf: '2024-12-03' })).toBe(0);
    expect(edges({ without: ['a.2'] })).toBe(2);
  });

  it('leaves of a stub’s assertion what shows it by then, whatever the stub’s own day', () => {
    const known = evidence({
      articles: {
        a: { on: '2024-10-24', says: [{ relays: ['s'] }] },
        b: { on: '2024-12-03', says: [{ relays: ['s'] }] },
        s: { held: false, on: '2025-01-01', says: [{ knownFrom: ['a', 'b'] }] },
      },
    });
    const kept = filterEvidence(known, { asOf: '2024-11-01' });
    expect(kept.assertions.map(({ assertion, knownFrom }) => [assertion, knownFrom])).toEqual([
      ['a', []],
      ['s', ['a']],
    ]);
    expect(left(known, { asOf: '2024-10-01' })).toEqual([]);
  });

  // B is not out yet on that day: A relays something, and where that has it from nobody knows.
  it('ends the trail at an article that is not at hand, which what relays it outlives', () => {
    const later = evidence({
      articles: {
        a: { on: '2024-10-24', says: [{ relays: ['b'] }] },
        b: { on: '2024-10-26', republishes: ['wire'], says: [{ sources: ['x'] }] },
      },
      sources: { x: { kind: 'named' } },
    });
    for (const filter of [{ asOf: '2024-10-25' }, { only: new Set(['a']) }]) {
      expect(left(later, filter)).toEqual(['a']);
      const kept = filterEvidence(later, filter);
      expect(origins(kept)).toMatchObject({ min: 1, max: 1, sources: 0, unresolved: ['b'] });
      expect(kept.articles.get('b')?.held).toBe(false);
    }
  });
});

describe('only', () => {
  it('keeps the case’s articles, and what is known from them of others', () => {
    const all = evidence({
      articles: {
        a: { says: [{ relays: ['s'] }] },
        b: { says: [{ relays: ['s'] }] },
        s: { held: false, says: [{ sources: ['x'], knownFrom: ['a', 'b'] }, { knownFrom: ['b'] }] },
      },
    });
    expect(left(all, { only: new Set(['a']) })).toEqual(['a', 's']);
    expect(left(all, { only: new Set() })).toEqual([]);
  });
});

describe('without', () => {
  const rows = evidence({
    articles: {
      a: { outlet: 'o', says: [{ relays: ['politico'] }, { claim: 'other', relays: ['politico'] }] },
      politico: { outlet: 'p', held: false, says: [{ sources: ['officials'], knownFrom: ['a'] }] },
    },
  });

  it('leaves all where nothing is left out', () => {
    expect(filterEvidence(rows, {})).toBe(rows);
    expect(filterEvidence(rows, { without: [] })).toBe(rows);
    expect(without(rows, 'nowhere')).toEqual(['a', 'a2', 'politico']);
  });

  it('an article or outlet takes what it says and what only relays it', () => {
    for (const key of ['politico', 'p', 'a', 'o']) expect(without(rows, key)).toEqual([]);
    const both = evidence({ articles: { a: { says: [{ relays: ['s', 't'] }] } } });
    expect(filterEvidence(both, { without: ['s'] }).assertions).toMatchObject([{ assertion: 'a', relays: ['t'] }]);
  });

  it('a source takes what rests on it alone, also through a relay, and no other claim', () => {
    expect(without(rows, 'officials')).toEqual(['a2']);
    const two = evidence({ articles: { a: { says: [{ sources: ['x', 'y'] }] } } });
    expect(filterEvidence(two, { without: ['x'] }).assertions).toMatchObject([{ sources: ['y'] }]);
    const series = evidence({ articles: { a: { says: [{ sources: ['x'], relays: ['s'] }] } } });
    expect(without(series, 'x')).toEqual([]);
    expect(without(series, 's')).toEqual([]);
  });

  it('takes with a source all that are taken to be the same, and with an actor all that are he', () => {
    const joined = evidence({
      articles: {
        a: { says: [{ sources: ['x'] }] },
        b: { says: [{ sources: ['y'] }] },
        d: { says: [{ sources: ['z'] }] },
      },
      sources: { x: { sameAs: ['y'] }, z: { identifiedAs: ['person:p'] } },
    });
    expect(without(joined, 'y')).toEqual(['d']);
    expect(without(joined, 'person:p')).toEqual(['a', 'b']);
  });

  it('a relayed article with another word on the claim keeps what relays it', () => {
    const more = evidence({
      articles: {
        a: { says: [{ relays: ['politico'] }] },
        politico: { says: [{ sources: ['officials'] }, { sources: ['other'] }] },
      },
    });
    expect(without(more, 'officials')).toEqual(['a', 'politico2']);
  });

  it('an article that shows a stub takes the stub only when nothing else shows it', () => {
    const shown = evidence({
      articles: {
        a: { says: [{ relays: ['s'] }] },
        b: { says: [{ relays: ['s'] }] },
        s: {
          held: false,
          says: [
            { sources: ['x'], knownFrom: ['a', 'b'] },
            { sources: ['y'], knownFrom: ['a'] },
          ],
        },
      },
    });
    expect(without(shown, 'a')).toEqual(['b', 's']);
  });

  it('two articles that relay only each other stay until one is left out', () => {
    const circle = evidence({ articles: { a: { says: [{ relays: ['b'] }] }, b: { says: [{ relays: ['a'] }] } } });
    expect(without(circle, 'elsewhere')).toEqual(['a', 'b']);
    expect(without(circle, 'b')).toEqual([]);
  });

  // They relay each other, but what both rest on is X: without it the circle is nobody's word.
  it('a circle falls with the source on which it rests', () => {
    const circle = evidence({
      articles: { a: { says: [{ relays: ['b'] }, { sources: ['x'] }] }, b: { says: [{ relays: ['a'] }] } },
    });
    expect(without(circle, 'x')).toEqual([]);
  });

  it('an unsourced assertion rests on what the sourced one beside it rests on', () => {
    const beside = evidence({
      articles: { a: { says: [{}, { sources: ['x'] }] }, d: { says: [{}, { modality: 'expected', sources: ['x'] }] } },
    });
    expect(without(beside, 'x')).toEqual([]);
  });

  it('a republication falls with what it prints', () => {
    const prints = evidence({
      articles: { r: { says: [{ sources: ['x'] }] }, p: { republishes: ['r'], says: [{}, { claim: 'other' }] } },
    });
    expect(without(prints, 'r')).toEqual([]);
    expect(without(prints, 'x')).toEqual(['p2']);
  });

  it('leaves less, never more, the more is left out, and twice is once', () => {
    const keys = fc.subarray([...articleKeys, ...sourceKeys, 'o', 'p', 'person:p']);
    fc.assert(
      fc.property(input, keys, keys, (some, one, two) => {
        const all = evidenceFrom(some);
        expect(without(all, ...one)).toEqual(expect.arrayContaining(without(all, ...one, ...two)));
        const once = filterEvidence(all, { without: one });
        expect(filterEvidence(once, { without: one }).assertions).toEqual(once.assertions);
      }),
      { seed: 7, numRuns: 400 },
    );
  });
});

describe('grades', () => {
  it('take away what is graded worse, and what rests on that alone; what is not graded stays', () => {
    const graded = evidence({
      articles: {
        a: { reliability: 'A', says: [{ relays: ['e'] }] },
        d: { says: [{ sources: ['x'] }, { claim: 'other', sources: ['y'], credibility: 4 }] },
        e: { reliability: 'E', says: [{ sources: ['y'] }] },
        f: { reliability: 'F', says: [{ credibility: 6 }] },
      },
      sources: { x: { reliability: 'C' } },
    });
    expect(left(graded, { reliability: 'E', credibility: 5 })).toEqual(['a', 'd', 'd2', 'e', 'f']);
    expect(left(graded, { reliability: 'D' })).toEqual(['d', 'd2', 'f']);
    expect(left(graded, { reliability: 'B' })).toEqual(['d2', 'f']);
    expect(left(graded, { credibility: 3 })).toEqual(['a', 'd', 'e', 'f']);
    expect(badge(filterEvidence(graded, { reliability: 'B' }))).toBe('1–1');
  });
});
