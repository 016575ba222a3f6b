// The laws of counting origins, over random evidence: docs/provenance.md names each.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { filterEvidence } from '../../../server/provenance/filter.ts';
import { indexEvidence, originsOf } from '../../../server/provenance/origins.ts';
import type { Evidence, EvidenceSource } from '../../../server/schema/evidence.ts';
import {
  articleKeys,
  evidenceFrom,
  type Input,
  input,
  plainInput,
  saidBy,
  sourceKeys,
  wildInput,
} from './arbitrary.ts';
import { type ArticleInput, asserted, origins } from './evidence.ts';

const runs = { numRuns: Number(process.env.LAW_RUNS ?? 400), ...(process.env.LAW_RUNS ? {} : { seed: 4 }) };
const of = (some: Input) => origins(evidenceFrom(some));
const withArticles = (some: Input, more: Record<string, ArticleInput>): Input => ({
  ...some,
  articles: { ...some.articles, ...more },
});
const withSource = (some: Input, key: string, more: Partial<EvidenceSource>): Input => ({
  ...some,
  sources: { ...some.sources, [key]: { ...some.sources[key], ...more } },
});
const outlet = fc.constantFrom(
  { outlet: 'o', owner: 'owner' },
  { outlet: 'q', owner: null },
  { outlet: null, owner: null },
);
/** Held articles that assert the claim themselves. */
const entriesOf = ({ articles }: Input): string[] =>
  Object.entries(articles).flatMap(([key, { held, says = [] }]) =>
    held &&
    says.some(({ mode, review, reconstructed }) => mode === 'asserts' && review === 'accepted' && !reconstructed)
      ? [key]
      : [],
  );

describe('what changes nothing', () => {
  it('a republication', () => {
    fc.assert(
      fc.property(input, outlet, fc.nat(), (some, by, pick) => {
        const entries = entriesOf(some);
        const printed = entries[pick % Math.max(entries.length, 1)];
        fc.pre(printed !== undefined);
        const more = withArticles(some, {
          print: { ...by, republishes: [printed ?? ''], says: [{ sources: ['own'] }] },
        });
        expect({ ...of(more), dateConflicts: [] }).toEqual({ ...of(some), dateConflicts: [] });
      }),
      runs,
    );
  });

  it('two articles that relay only each other and one already counted', () => {
    fc.assert(
      fc.property(input, outlet, outlet, fc.nat(), fc.boolean(), (some, one, other, pick, both) => {
        const entries = entriesOf(some);
        const counted = entries[pick % Math.max(entries.length, 1)];
        fc.pre(counted !== undefined);
        const known = counted ?? '';
        const pair = {
          m: { ...one, says: [{ relays: ['n', known] }] },
          n: { ...other, says: [{ relays: both ? ['m', known] : ['m'] }] },
        };
        expect(of(withArticles(some, pair))).toEqual({
          ...of(some),
          dateConflicts: of(withArticles(some, pair)).dateConflicts,
        });
      }),
      runs,
    );
  });

  it('the order in which anything came', () => {
    const shuffled = wildInput.chain((some) => {
      const whole = evidenceFrom(some);
      const mixed = <T>(items: Iterable<T>) => {
        const list = [...items];
        return fc.shuffledSubarray(list, { minLength: list.length });
      };
      return fc
        .record({ articles: mixed(whole.articles), sources: mixed(whole.sources), assertions: mixed(whole.assertions) })
        .map(({ articles, sources, assertions }): [Evidence, Evidence] => [
          whole,
          {
            ...whole,
            articles: new Map(
              articles.map(([key, row]) => [key, { ...row, republishes: row.republishes.toReversed() }]),
            ),
            sources: new Map(sources),
            assertions: assertions.map((one) => ({
              ...one,
              relays: one.relays.toReversed(),
              sources: one.sources.toReversed(),
              knownFrom: one.knownFrom.toReversed(),
            })),
          },
        ]);
    });
    fc.assert(
      fc.property(shuffled, ([one, other]) => {
        expect(origins(other)).toEqual(origins(one));
      }),
      runs,
    );
  });
});

describe('bounds', () => {
  it('min ≤ max, byOwner ≤ max, and 0 only together', () => {
    fc.assert(
      fc.property(wildInput, (some) => {
        const { min, max, byOwner, sources } = of(some);
        expect(min).toBeLessThanOrEqual(max);
        expect(byOwner).toBeLessThanOrEqual(max);
        expect(min > 0).toBe(max > 0);
        expect(byOwner > 0).toBe(max > 0);
        if (max === 0) expect(sources).toBe(0);
      }),
      runs,
    );
  });

  // Not where others had told where it has its claim, nor where it tells that of others: docs/adr/0006 has the cases.
  it('a new article adds at most 1 by its own text, also one that was relayed before', () => {
    const added = fc
      .constantFrom(...articleKeys, 'new')
      .chain((key) => fc.tuple(fc.constant(key), fc.array(saidBy(key), { maxLength: 3 }), outlet));
    fc.assert(
      fc.property(input, added, (some, [key, says, by]) => {
        const { [key]: _, ...others } = some.articles;
        const untold = Object.entries(others).map(([name, { says: said = [], ...rest }]) => {
          const kept = said.map((one) => ({ ...one, knownFrom: (one.knownFrom ?? []).filter((from) => from !== key) }));
          return [name, { ...rest, says: kept }];
        });
        const before: Input = { ...some, articles: Object.fromEntries(untold) };
        const [old, now] = [of(before), of(withArticles(before, { [key]: { ...by, says } }))];
        expect(now.max - old.max).toBeLessThanOrEqual(1);
        expect(now.min - old.min).toBeLessThanOrEqual(1);
      }),
      runs,
    );
  });
});

describe('sources', () => {
  const two = fc.tuple(fc.constantFrom(...sourceKeys), fc.constantFrom(...sourceKeys));
  const how = fc.constantFrom('sameAs', 'memberOf', 'identifiedAs');

  it('merging two never raises max, nor min where both are identified or neither is', () => {
    fc.assert(
      fc.property(input, two, how, (some, [one, other], link) => {
        const { classes } = indexEvidence(evidenceFrom(some));
        const joined = (key: string, to: string) =>
          withSource(some, key, { [link]: [...(some.sources[key]?.[link as 'sameAs'] ?? []), to] });
        const merged =
          link === 'identifiedAs'
            ? withSource(joined(one, 'person:new'), other, {
                identifiedAs: [...(some.sources[other]?.identifiedAs ?? []), 'person:new'],
              })
            : joined(one, other);
        const [before, after] = [of(some), of(merged)];
        expect(after.max).toBeLessThanOrEqual(before.max);
        expect(after.byOwner).toBeLessThanOrEqual(before.byOwner);
        const isKnown = (key: string) => classes.isIdentified(classes.of(key));
        const alike = isKnown(one) === isKnown(other) && (isKnown(one) || link !== 'identifiedAs');
        if (alike) expect(after.min).toBeLessThanOrEqual(before.min);
      }),
      runs,
    );
  });

  it('identifying one may raise min, and changes nothing else that is counted but people', () => {
    fc.assert(
      fc.property(input, fc.constantFrom(...sourceKeys), (some, key) => {
        const identified = withSource(some, key, {
          identifiedAs: [...(some.sources[key]?.identifiedAs ?? []), 'person:new'],
        });
        const [before, after] = [of(some), of(identified)];
        expect(after.max).toBe(before.max);
        expect(after.byOwner).toBe(before.byOwner);
        expect(after.cut).toEqual(before.cut);
        expect(after.min).toBeGreaterThanOrEqual(before.min);
      }),
      runs,
    );
  });
});

describe('the cut', () => {
  const takesAll = (some: Input, modality: 'now' | null): void => {
    const whole = evidenceFrom(some);
    const count = (what: Evidence) => originsOf(indexEvidence(what), [{ ...asserted, modality }]);
    const { max, cut } = count(whole);
    expect(cut.length).toBeGreaterThanOrEqual(max);
    expect(new Set(cut).size).toBe(cut.length);
    expect(count(filterEvidence(whole, { without: cut }))).toMatchObject({ min: 0, max: 0, sources: 0, cut: [] });
  };

  it('of today’s position has at least as many members as max, and takes the support with it', () => {
    fc.assert(
      fc.property(input, (some) => takesAll(some, 'now')),
      runs,
    );
  });

  // Of one modality: a circle of what is said of today may outlive what only the word on tomorrow rests on.
  it('of any position said in one modality does so too', () => {
    const alike = input.map(({ articles, sources }) => ({
      sources,
      articles: Object.fromEntries(
        Object.entries(articles).map(([key, { says = [], ...rest }]) => [
          key,
          { ...rest, says: says.map((said) => ({ ...said, modality: 'now' as const })) },
        ]),
      ),
    }));
    fc.assert(
      fc.property(alike, (some) => takesAll(some, null)),
      runs,
    );
  });

  it('has exactly max members where no article leads back to itself', () => {
    const later = (key: string) => (other: string) => articleKeys.indexOf(other) > articleKeys.indexOf(key);
    const forward = plainInput.map(({ articles, sources }) => ({
      sources,
      articles: Object.fromEntries(
        Object.entries(articles).map(([key, { says = [], republishes = [], ...rest }]) => [
          key,
          {
            ...rest,
            republishes: republishes.filter(later(key)),
            says: says.map((said) => ({ ...said, relays: (said.relays ?? []).filter(later(key)) })),
          },
        ]),
      ),
    }));
    fc.assert(
      fc.property(forward, (some) => {
        const { max, cut } = of(some);
        expect(cut).toHaveLength(max);
      }),
      runs,
    );
  });
});

it('counts alike whatever is counted beside it', () => {
  fc.assert(
    fc.property(input, (some) => {
      const both = Object.fromEntries(
        Object.entries(some.articles).map(([key, { says = [], ...rest }]) => [
          key,
          { ...rest, says: says.length === 0 ? says : [...says, { claim: 'other', sources: ['x'] }] },
        ]),
      );
      expect(of({ ...some, articles: both })).toEqual(of(some));
    }),
    runs,
  );
});
