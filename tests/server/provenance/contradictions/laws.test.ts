// What holds of the ledger whatever the evidence: its order, its keys, what a republication changes, how long it takes.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contestedClaims, contradictionsOf } from '../../../../server/provenance/contradictions/contradictions.ts';
import type { Evidence, EvidenceAssertion } from '../../../../server/schema/evidence.ts';
import type { ArticleInput } from '../evidence.ts';
import { claims, type LedgerInput, ledgerEvidence } from './ledger.ts';

const articleKeys = ['a', 'b', 'd', 'e'];
const some = <T>(items: readonly T[]): fc.Arbitrary<T[]> =>
  fc.oneof(
    { weight: 2, arbitrary: fc.constant<T[]>([]) },
    { weight: 1, arbitrary: fc.subarray([...items], { maxLength: 2 }) },
  );

const said: fc.Arbitrary<Partial<EvidenceAssertion>> = fc.record({
  claim: fc.constantFrom(...Object.keys(claims)),
  mode: fc.constantFrom('asserts', 'asserts', 'denies', 'questions'),
  modality: fc.constantFrom('now', 'now', 'expected'),
  channel: fc.constantFrom('unknown', 'unknown', 'public', 'private'),
  from: fc.constantFrom(null, null, '2024'),
  to: fc.constantFrom(null, null, '2023'),
  wording: fc.constantFrom(null, 'resisting', 'reluctant'),
  sources: some(['x', 'y']),
  relays: some(['p', ...articleKeys]),
  quotes: some(['q', 'r']),
  disputes: some(['seven', 'opposes', 'p', 'q', 'said-a-0']),
});
/** Nothing disputes itself. */
const withKey = (one: Partial<EvidenceAssertion>, assertion: string): Partial<EvidenceAssertion> => ({
  ...one,
  assertion,
  disputes: (one.disputes ?? []).filter((key) => key !== assertion),
});
const article = (key: string): fc.Arbitrary<ArticleInput> =>
  fc
    .record({ on: fc.constantFrom('2024-10-23', '2024-10-24'), says: fc.array(said, { maxLength: 4 }) })
    .map(({ on, says }) => ({ on, says: says.map((one, at) => withKey(one, `said-${key}-${at}`)) }));
const quotes = { q: { text: 'more than terrifying' }, r: { text: 'more than horrifying' } };
const input: fc.Arbitrary<LedgerInput> = fc
  .record(Object.fromEntries(articleKeys.map((key) => [key, article(key)])))
  .map((articles) => ({
    articles,
    quotes,
    claims: { seven: { includes: ['elsewhere'] }, elsewhere: { questionKey: 'other' } },
  }));

const runs = { seed: 5, numRuns: 400 };

function shuffled(evidence: Evidence, seed: number): Evidence {
  const mix = <T>(items: Iterable<T>, of: (item: T) => string): T[] =>
    [...items]
      .map((item) => ({ item, at: Math.imul(of(item).length * 31 + of(item).charCodeAt(of(item).length - 1), seed) }))
      .sort((a, b) => a.at - b.at)
      .map(({ item }) => item)
      .reverse();
  const entry = ([key]: readonly [string, unknown]): string => key;
  return {
    articles: new Map(mix(evidence.articles, entry)),
    sources: new Map(mix(evidence.sources, entry)),
    claims: new Map(mix(evidence.claims, entry)),
    quotes: new Map(mix(evidence.quotes, entry)),
    assertions: mix(
      evidence.assertions.map((one) => ({
        ...one,
        relays: [...one.relays].reverse(),
        disputes: [...one.disputes].reverse(),
      })),
      ({ assertion }) => assertion,
    ),
  };
}

describe('the ledger', () => {
  it('does not depend on the order of anything', () => {
    fc.assert(
      fc.property(input, fc.integer({ min: 3, max: 9999 }), (one, seed) => {
        const evidence = ledgerEvidence(one);
        expect(contradictionsOf(shuffled(evidence, seed))).toEqual(contradictionsOf(evidence));
      }),
      runs,
    );
  });

  it('has one entry for a key, and sides that do not change places', () => {
    fc.assert(
      fc.property(input, (one) => {
        const entries = contradictionsOf(ledgerEvidence(one));
        expect(new Set(entries.map(({ key }) => key)).size).toBe(entries.length);
        for (const { a, b, explanation, claims: bears } of entries) {
          expect(a.assertions.length).toBeGreaterThan(0);
          expect(b.assertions.length).toBeGreaterThan(0);
          for (const { assertions } of [a, b]) expect([...assertions].sort()).toEqual(assertions);
          expect(explanation).toMatch(/^\S.*\.$/);
          expect(bears.length).toBeGreaterThan(0);
        }
      }),
      runs,
    );
  });

  it('has no further entry, and keeps every key, when an article is printed again', () => {
    fc.assert(
      fc.property(input, fc.constantFrom(...articleKeys), (one, printed) => {
        const copy = (one.articles[printed]?.says ?? []).map((row, at) => ({ ...row, assertion: `printed-${at}` }));
        const articles = { ...one.articles, print: { on: '2024-10-30', republishes: [printed], says: copy } };
        const [before, after] = [ledgerEvidence(one), ledgerEvidence({ ...one, articles })].map(contradictionsOf);
        expect(after?.map(({ key }) => key)).toEqual(before?.map(({ key }) => key));
        expect(contestedClaims(after ?? [], new Set())).toEqual(contestedClaims(before ?? [], new Set()));
      }),
      runs,
    );
  });

  it('grows in time near-linear in the assertions of one question', () => {
    const evidenceOf = (size: number): Evidence => {
      const articles: Record<string, ArticleInput> = {};
      for (let at = 0; at < size; at++) {
        const day = `20${10 + (at % 20)}-0${1 + (at % 9)}`;
        const claim = ['supports', 'opposes', 'noncommittal'][at % 3] ?? '';
        articles[`article-${at}`] = { says: [{ claim, sources: [`source-${at % 100}`], from: day, to: day }] };
      }
      return ledgerEvidence({ articles });
    };
    const seconds = (size: number): number => {
      const evidence = evidenceOf(size);
      const start = performance.now();
      expect(contradictionsOf(evidence).length).toBeGreaterThan(2);
      return performance.now() - start;
    };
    seconds(2000);
    const [small, large] = [seconds(2000), seconds(16_000)];
    // Eight times as many; quadratic would be 64 times as long.
    expect(large).toBeLessThan(24 * Math.max(small, 5));
  });
});
